import { useElementSize, useMergedRef } from '@mantine/hooks'
import {
  type CSSProperties,
  Fragment,
  type MouseEvent,
  type ReactNode,
  useMemo,
  useRef,
} from 'react'
import type { Call } from '../../../server/domain/call.schema.ts'
import type { CallSort } from '../../../server/domain/call-filter.schema.ts'
import type { CallTab } from '../../../server/domain/call-status.ts'
import { useRights } from '../../lib/rights.tsx'
import { useRowCursor } from './bulk/use-row-cursor.ts'
import { CallRow } from './CallRow.tsx'
import classes from './CallsTable.module.css'
import { CallsTableHead } from './CallsTableHead.tsx'
import { useCallActions } from './call-actions-context.tsx'
import { fittingColumns } from './call-columns.tsx'
import { resized } from './columns/column-choice.ts'
import { useColumnChoice } from './columns/use-column-choice.ts'
import { ShownFieldsContext } from './Highlighted.tsx'
import { useNearEnd } from './use-near-end.ts'
import { callIdAround, useRowFocus } from './use-row-focus.ts'
import { HEAD_REM, ROW_REM, useRowHeightPx } from './use-row-height.ts'
import { useScrollAnchor } from './use-scroll-anchor.ts'
import { useTopOfList } from './use-top-of-list.ts'
import { useVisibleRows } from './use-visible-rows.ts'

export type CallsTableProps = {
  tab: CallTab
  label: string
  calls: Call[]
  /** Of the whole list, loaded or not; null where it is not known. */
  total: number | null
  /** As `useTopOfList` wants it. */
  listKey: string | null
  /** Drawn with a short highlight. */
  freshIds: ReadonlySet<string>
  openCallId: string | undefined
  sort: CallSort | undefined
  onSort: (key: CallSort['key']) => void
  onOpen: (callId: string) => void
  /** The last rows that are loaded have come near. */
  onNearEnd: () => void
  foot: ReactNode
  isBusy: boolean
}

/** Who scrolls comes to the end of what is loaded quickly; who does not may never. */
const NEAR_END_ROWS = { atRest: 10, scrolling: 100 }

/** A table of which only the rows in sight are drawn; a native one, so that readers know it as such. */
export function CallsTable(props: CallsTableProps) {
  const { tab, label, calls, total, freshIds, openCallId, onOpen, foot, isBusy } = props
  const scroller = useRef<HTMLDivElement>(null)
  const rowHeightPx = useRowHeightPx()
  const { ref: measure, width, height } = useElementSize()
  const scrollerRef = useMergedRef(scroller, measure)
  // What an open call tells beside the list may leave it.
  const roomRem =
    openCallId === undefined || width === 0 ? null : Math.floor((width / rowHeightPx) * ROW_REM)
  const mayWork = useRights().has('calls.work')
  const [choice, setChoice] = useColumnChoice(tab)
  const columns = useMemo(
    () => fittingColumns(tab, { roomRem, mayWork, choice }),
    [tab, roomRem, mayWork, choice],
  )
  const shownFields = useMemo(() => new Set(['order', ...columns.map(({ id }) => id)]), [columns])
  const remPx = rowHeightPx / ROW_REM
  const headPx = remPx * HEAD_REM
  const { from, to, hasScrolled, scrollToIndex, topPx } = useVisibleRows({
    scroller,
    count: calls.length,
    rowHeightPx,
    headPx,
    heightPx: height,
  })
  const { activeIndex, activeCall, focusedId, moveBy, bodyProps } = useRowFocus({
    calls,
    container: scroller,
    scrollToIndex,
    openId: openCallId,
    onOpen,
  })
  const isInTable = (target: Node) => scroller.current?.contains(target) === true
  useRowCursor({ moveBy, isInTable, activeCall, focusedId })
  useTopOfList({ scroller, listKey: props.listKey, topPx })
  useScrollAnchor(scroller, { calls, rowHeightPx, topPx })
  const { pendingFor } = useCallActions()
  const totalWidth = columns.reduce((sum, column) => sum + column.width, 0)
  useNearEnd({
    lastShown: to,
    count: calls.length,
    margin: hasScrolled ? NEAR_END_ROWS.scrolling : NEAR_END_ROWS.atRest,
    onNearEnd: props.onNearEnd,
  })
  const openClicked = (event: MouseEvent<HTMLElement>) => {
    const callId = clickedCallId(event)
    if (callId !== null) onOpen(callId)
  }
  const drawn = drawnIndexes({ from, to, alsoAt: activeIndex, count: calls.length })

  return (
    <div ref={scrollerRef} className={classes.scroller} aria-busy={isBusy}>
      <table
        className={classes.table}
        style={{ minWidth: `${totalWidth}rem` }}
        data-wide={(width > 0 && totalWidth * remPx > width) || undefined}
        aria-label={label}
        aria-rowcount={total === null ? -1 : total + 1}
      >
        <colgroup>
          {columns.map((column) => (
            <col key={column.id} style={{ width: `${(column.width / totalWidth) * 100}%` }} />
          ))}
        </colgroup>
        <CallsTableHead
          columns={columns}
          sort={props.sort}
          onSort={props.onSort}
          onResize={(id, widthRem) => setChoice((now) => resized(now, id, widthRem))}
        />
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys are in bodyProps */}
        <tbody onClick={openClicked} {...bodyProps}>
          <ShownFieldsContext value={shownFields}>
            {drawn.map((index, position) => {
              const call = calls[index]
              if (call === undefined) return null
              return (
                <Fragment key={call.id}>
                  <GapRow heightPx={(index - 1 - (drawn[position - 1] ?? -1)) * rowHeightPx} />
                  <CallRow
                    call={call}
                    columns={columns}
                    index={index}
                    isFresh={freshIds.has(call.id)}
                    isOpen={call.id === openCallId}
                    isPending={pendingFor(call.id) !== null}
                    isActive={index === activeIndex}
                  />
                </Fragment>
              )
            })}
            <GapRow heightPx={(calls.length - 1 - (drawn.at(-1) ?? -1)) * rowHeightPx} />
          </ShownFieldsContext>
        </tbody>
      </table>
      <div className={classes.foot}>{foot}</div>
    </div>
  )
}

/** The focused row stays drawn wherever one scrolls: keys go on from it. */
function drawnIndexes(input: { from: number; to: number; alsoAt: number; count: number }) {
  const { from, to, alsoAt, count } = input
  const inSight = Array.from({ length: to - from }, (_, offset) => from + offset)
  if (alsoAt >= count || (alsoAt >= from && alsoAt < to)) return inSight
  return alsoAt < from ? [alsoAt, ...inSight] : [...inSight, alsoAt]
}

function GapRow({ heightPx }: { heightPx: number }) {
  const style: CSSProperties = { height: heightPx }
  return heightPx > 0 ? <tr className={classes.gap} style={style} aria-hidden /> : null
}

/** Null for a link or button in a row, and for a menu that React counts as its child. */
function clickedCallId({ target, currentTarget }: MouseEvent<HTMLElement>): string | null {
  if (!(target instanceof Element) || !currentTarget.contains(target)) return null
  return target.closest('a,button,label') === null ? callIdAround(target) : null
}
