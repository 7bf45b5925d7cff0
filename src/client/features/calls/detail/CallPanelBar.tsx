import { ActionIcon, CloseButton, CopyButton, Group, Text, Tooltip } from '@mantine/core'
import {
  IconCheck,
  IconChevronLeft,
  IconChevronRight,
  IconLink,
  IconPrinter,
} from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { useCommands } from '../../../lib/commands.tsx'
import { loadAllPages } from '../../../lib/load-all-pages.ts'
import classes from '../CallDetailPanel.module.css'
import { openCall } from './open-call.ts'
import { useCallHistory } from './use-call-history.ts'
import { useNeighbours } from './use-neighbours.ts'

export type CallPanelBarProps = {
  callId: string
  onStep: (callId: string) => void
  onClose: () => void
}

/** Stays while one goes from call to call, and so keeps the focus. */
export function CallPanelBar({ callId, onStep, onClose }: CallPanelBarProps) {
  const neighbours = useNeighbours(callId)
  const { previous, next, index, loaded, total } = neighbours
  const goOn = (id: string | null) => () => id !== null && onStep(id)
  const { isPrinting, print } = usePrint(callId)
  const common = { group: t('Opened call'), worksIn: openCall }
  useCommands([
    { ...common, label: t('Next call'), key: 'n', run: goOn(next) },
    { ...common, label: t('Previous call'), key: 'p', run: goOn(previous) },
    { ...common, label: t('Print the call'), run: print },
    {
      ...common,
      label: t('Close the call'),
      key: 'Escape',
      isKeyOnly: true,
      isHeardElsewhere: true,
      run: onClose,
    },
  ])
  return (
    <Group className={classes.bar} gap={4} wrap="nowrap">
      <Tool
        label={t('Previous call')}
        hint={neighbours.previousName ?? t('This is the first call')}
        isOff={previous === null}
        onClick={goOn(previous)}
      >
        <IconChevronLeft size={20} aria-hidden />
      </Tool>
      <Tool
        label={t('Next call')}
        hint={neighbours.nextName ?? t('This is the last call')}
        isOff={next === null}
        isBusy={next === null && neighbours.isLoadingMore}
        onClick={goOn(next)}
      >
        <IconChevronRight size={20} aria-hidden />
      </Tool>
      {index !== null && (
        <Text size="xs" c="dimmed" className="numeric">
          {total === null
            ? t('{place} of more than {count}', { place: index + 1, count: loaded })
            : t('{place} of {count}', { place: index + 1, count: total })}
        </Text>
      )}
      <Group gap={4} wrap="nowrap" ms="auto">
        <CopyLink callId={callId} />
        <Tool label={t('Print the call')} isBusy={isPrinting} onClick={print}>
          <IconPrinter size={19} aria-hidden />
        </Tool>
        <CloseButton size="lg" onClick={onClose} aria-label={t('Close call details')} />
      </Group>
    </Group>
  )
}

/** Paper shows no button for older changes, so they are loaded before; whoever left meanwhile prints nothing. */
function usePrint(callId: string) {
  const history = useCallHistory({ id: callId })
  const [printedId, setPrintedId] = useState<string | null>(null)
  const openId = useRef<string | null>(null)
  useEffect(() => {
    openId.current = callId
    return () => {
      openId.current = null
    }
  }, [callId])
  const isPrinting = printedId === callId
  const print = async () => {
    if (isPrinting) return
    setPrintedId(callId)
    const isStillOpen = () => openId.current === callId
    await loadAllPages(history, isStillOpen)
    if (isStillOpen()) window.print()
    setPrintedId((current) => (current === callId ? null : current))
  }
  return { isPrinting, print: () => void print() }
}

type ToolProps = {
  label: string
  /** Said beside it instead of its name. */
  hint?: string
  /** Keeps the focus all the same: whoever came to the end of the list is not thrown out. */
  isOff?: boolean
  isBusy?: boolean
  onClick: () => void
  children: ReactNode
}

function Tool({ label, hint = label, isOff = false, isBusy, onClick, children }: ToolProps) {
  return (
    <Tooltip label={hint}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={34}
        aria-label={label}
        aria-disabled={isOff}
        data-disabled={isOff || undefined}
        loading={isBusy}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  )
}

/** Opens the same call for whoever may see it, in the tab where it stands by then. */
function CopyLink({ callId }: { callId: string }) {
  return (
    <CopyButton value={`${window.location.origin}/?call=${callId}`} timeout={2500}>
      {({ copied, copy }) => (
        <Tool label={copied ? t('Link copied') : t('Copy link to this call')} onClick={copy}>
          {copied ? <IconCheck size={20} aria-hidden /> : <IconLink size={20} aria-hidden />}
        </Tool>
      )}
    </CopyButton>
  )
}
