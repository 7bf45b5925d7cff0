import { Drawer } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useEffect, useRef } from 'react'
import classes from './CallDetailPanel.module.css'
import { CallDetailContent } from './detail/CallDetailContent.tsx'
import { useHasRoomBeside, useIsNarrow } from './use-is-narrow.ts'

export type CallDetailPanelProps = { callId: string; onClose: () => void }

/** Everything about one call: beside the list where there is room, over it where there is not. */
export function CallDetailPanel({ callId, onClose }: CallDetailPanelProps) {
  const hasRoomBeside = useHasRoomBeside()
  const isNarrow = useIsNarrow()
  if (hasRoomBeside) return <BesidePanel callId={callId} onClose={onClose} />
  return (
    <Drawer.Root
      opened
      onClose={onClose}
      position="right"
      size={isNarrow ? '100%' : '34rem'}
      transitionProps={{ duration: 0 }}
    >
      <Drawer.Overlay />
      <Drawer.Content aria-label="Call details">
        <Drawer.Body className={classes.drawerBody}>
          <CallDetailContent key={callId} callId={callId} onClose={onClose} />
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  )
}

function BesidePanel({ callId, onClose }: CallDetailPanelProps) {
  const panel = useRef<HTMLElement>(null)
  const close = () => {
    onClose()
    const row = document.querySelector<HTMLElement>(`[data-call="${callId}"]`)
    row?.focus({ preventScroll: true })
  }
  useEffect(() => {
    panel.current?.focus({ preventScroll: true })
  }, [])
  useHotkeys([
    // The dialog that asks about this call closes first, and by itself.
    [
      'Escape',
      ({ target }) => !(target instanceof Element && target.closest('[role=dialog]')) && close(),
    ],
  ])
  return (
    <aside ref={panel} className={classes.beside} aria-label="Call details" tabIndex={-1}>
      <CallDetailContent key={callId} callId={callId} onClose={close} />
    </aside>
  )
}
