import { Drawer, VisuallyHidden } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useEffect, useRef, useState } from 'react'
import { statusLooks } from '../../components/status-looks.ts'
import { useIsOnTop } from '../../components/use-is-on-top.ts'
import { t } from '../../i18n/t.ts'
import { isTypedInto } from '../../lib/is-typed-into.ts'
import classes from './CallDetailPanel.module.css'
import { CallDetailContent } from './detail/CallDetailContent.tsx'
import { CallPanelBar } from './detail/CallPanelBar.tsx'
import { PrintedCall } from './detail/PrintedCall.tsx'
import { useShownListStore } from './shown-list.tsx'
import { useHasRoomBeside, useIsNarrow } from './use-is-narrow.ts'

export type CallDetailPanelProps = {
  callId: string
  onClose: () => void
  /** To another call in its place. */
  onStep: (callId: string) => void
}

/** Everything about one call: beside the list where there is room, over it where there is not. */
export function CallDetailPanel(props: CallDetailPanelProps) {
  useFocusOfRow(props.callId)
  return (
    <>
      <PanelInItsPlace {...props} />
      <PrintedCall callId={props.callId} />
    </>
  )
}

/** The focus that went with the closed panel goes on at the call's row or card. */
function useFocusOfRow(callId: string) {
  const latest = useRef(callId)
  latest.current = callId
  useEffect(
    () => () => {
      if (document.activeElement !== document.body) return
      const row = document.querySelector<HTMLElement>(`[data-call="${latest.current}"]`)
      row?.focus({ preventScroll: true })
    },
    [],
  )
}

function PanelInItsPlace(props: CallDetailPanelProps) {
  const hasRoomBeside = useHasRoomBeside()
  const isNarrow = useIsNarrow()
  const isOnTop = useIsOnTop(!hasRoomBeside)
  if (hasRoomBeside) return <BesidePanel {...props} />
  return (
    <Drawer.Root
      opened
      onClose={props.onClose}
      closeOnEscape={isOnTop}
      position="right"
      size={isNarrow ? '100%' : '34rem'}
      transitionProps={{ duration: 0 }}
    >
      <Drawer.Overlay />
      <Drawer.Content data-open-call aria-label={t('Call details')}>
        <Drawer.Body className={classes.drawerBody}>
          <PanelContent {...props} />
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  )
}

function BesidePanel(props: CallDetailPanelProps) {
  const { onClose } = props
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    panel.current?.focus({ preventScroll: true })
  }, [])
  useHotkeys(
    [
      [
        'Escape',
        (event) => {
          // A dialog or menu closes first, and by itself; in a field the key is the field's.
          if (isTypedInto(event.target)) return
          event.preventDefault()
          onClose()
        },
        { preventDefault: false },
      ],
    ],
    [],
  )
  return (
    <aside ref={panel} className={classes.beside} aria-label={t('Call details')} tabIndex={-1}>
      <PanelContent {...props} />
    </aside>
  )
}

function PanelContent({ callId, onClose, onStep }: CallDetailPanelProps) {
  const [steppedTo, setSteppedTo] = useState('')
  const list = useShownListStore()
  const content = useRef<HTMLDivElement>(null)
  const step = (id: string) => {
    const call = list.get().calls.find((each) => each.id === id)
    if (call) setSteppedTo(`${call.customerName}, ${statusLooks[call.status].word}`)
    // What has the focus in the content goes with the call.
    if (content.current?.contains(document.activeElement)) {
      panelAround(content.current)?.focus({ preventScroll: true })
    }
    onStep(id)
  }
  useEffect(() => {
    // Of another call one reads from the top.
    if (callId) panelAround(content.current)?.scrollTo({ top: 0 })
  }, [callId])
  return (
    <>
      <CallPanelBar callId={callId} onStep={step} onClose={onClose} />
      <VisuallyHidden role="status">{steppedTo}</VisuallyHidden>
      <div ref={content}>
        <CallDetailContent key={callId} callId={callId} onClose={onClose} />
      </div>
    </>
  )
}

const panelAround = (element: HTMLElement | null) =>
  element?.closest<HTMLElement>('aside, [role=dialog]')
