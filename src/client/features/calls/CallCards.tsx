import { Group, Text } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useRef } from 'react'
import type { Call } from '../../../server/domain/call.schema.ts'
import { CallCard } from './CallCard.tsx'
import classes from './CallCards.module.css'
import { ShownFieldsContext } from './Highlighted.tsx'
import { useNearEnd } from './use-near-end.ts'
import { useTopOfList } from './use-top-of-list.ts'

export type CallCardsProps = {
  label: string
  calls: Call[]
  /** Of the whole list, loaded or not; null where it is not known. */
  total: number | null
  /** As `useTopOfList` wants it. */
  listKey: string | null
  freshIds: ReadonlySet<string>
  openCallId: string | undefined
  onNearEnd: () => void
  foot: ReactNode
  isBusy: boolean
}

const NEAR_END_CARDS = 8
const USUAL_CARD_PX = 148
const shownFields = new Set(['customer', 'vehicle', 'advisor', 'phone'])

/** The same list where columns have no room. */
export function CallCards(props: CallCardsProps) {
  const { label, calls, total, freshIds, openCallId, foot, isBusy } = props
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: calls.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => USUAL_CARD_PX,
    getItemKey: (index) => calls[index]?.id ?? index,
    overscan: 5,
    gap: 8,
  })
  useTopOfList({ scroller, listKey: props.listKey })
  const openIndex = calls.findIndex(({ id }) => id === openCallId)
  const goTo = useRef(virtualizer.scrollToIndex)
  goTo.current = virtualizer.scrollToIndex
  // biome-ignore lint/correctness/useExhaustiveDependencies: another open call is the reason
  useEffect(() => {
    if (openIndex !== -1) goTo.current(openIndex)
  }, [openCallId])
  const items = virtualizer.getVirtualItems()
  useNearEnd({
    lastShown: virtualizer.range?.endIndex ?? 0,
    count: calls.length,
    margin: NEAR_END_CARDS,
    onNearEnd: props.onNearEnd,
  })
  return (
    <div ref={scroller} className={classes.scroller} aria-busy={isBusy}>
      <ul
        className={classes.list}
        aria-label={label}
        style={{ height: virtualizer.getTotalSize() }}
      >
        {items.map((item) => {
          const call = calls[item.index]
          if (!call) return null
          return (
            <li
              key={call.id}
              ref={virtualizer.measureElement}
              data-index={item.index}
              className={classes.item}
              style={{ transform: `translateY(${item.start}px)` }}
              aria-setsize={total ?? -1}
              aria-posinset={item.index + 1}
            >
              <ShownFieldsContext value={shownFields}>
                <CallCard
                  call={call}
                  isFresh={freshIds.has(call.id)}
                  isOpen={call.id === openCallId}
                />
              </ShownFieldsContext>
            </li>
          )
        })}
      </ul>
      <Group justify="center" mih={44}>
        <Text component="div" size="sm">
          {foot}
        </Text>
      </Group>
    </div>
  )
}
