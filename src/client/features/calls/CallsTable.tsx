import { useElementSize, useMergedRef } from '@mantine/hooks'
import { useTable } from '@tanstack/react-table'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
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
import { callTableFeatures, fittingColumns } from './call-columns.tsx'
import { resized } from './columns/column-choice.ts'
import { useColumnChoice } from './columns/use-column-choice.ts'
import { useNearEnd } from './use-near-end.ts'
import { callIdAround, useRowFocus } from './use-row-focus.ts'
import { ROW_REM, useRowHeightPx } from './use-row-height.ts'
import { useScrollAnchor } from './use-scroll-anchor.ts'

export type CallsTableProps = {
  tab: CallTab
  label: string
  calls: Call[]
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

const NEAR_END_ROWS = 10

/** A table of which only the rows in sight are drawn; a native one, so that readers know it as such. */
export function CallsTable(props: CallsTableProps) {
  const { tab, label, calls, freshIds, openCallId, onOpen, foot, isBusy } = props
  const scroller = useRef<HTMLDivElement>(null)
  const rowHeightPx = useRowHeightPx()
  const { ref: measure, width } = useElementSize()
  const scrollerRef = useMergedRef(scroller, measure)
  // What an open call tells beside the list may leave it.
  const roomRem =
    openCallId === undefined || width === 0 ? null : Math.floor((width / rowHeightPx) * ROW_REM)
  const mayWork = useRights().has('calls.work')
  const [choice, setChoice] = useColumnChoice(tab)
  const columnDefs = useMemo(
    () => fittingColumns(tab, { roomRem, mayWork, choice }),
    [tab, roomRem, mayWork, choice],
  )
  const focusedRow = useRef(0)
  const virtualizer = useVirtualizer({
    count: calls.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    getItemKey: (index) => calls[index]?.id ?? index,
    overscan: 8,
    // Below the sticky heading.
    scrollPaddingStart: rowHeightPx,
    // The focused row stays drawn wherever one scrolls: keys go on from it.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), focusedRow.current])]
        .filter((index) => index < range.count)
        .sort((a, b) => a - b),
  })
  const { activeIndex, moveBy, bodyProps } = useRowFocus({
    calls,
    container: scroller,
    scrollToIndex: (index) => virtualizer.scrollToIndex(index),
    openId: openCallId,
    onOpen,
  })
  focusedRow.current = activeIndex
  useRowCursor({ moveBy, activeCall: calls[activeIndex] })
  useScrollAnchor(scroller, { calls, rowHeightPx })
  const items = virtualizer.getVirtualItems()
  const { pendingFor } = useCallActions()
  // Of a long list, rows are made for what is drawn alone.
  const drawn = useMemo(() => items.flatMap(({ index }) => calls[index] ?? []), [items, calls])
  const table = useTable({
    features: callTableFeatures,
    columns: columnDefs,
    data: drawn,
    getRowId: (call) => call.id,
  })
  const { rows } = table.getRowModel()
  const columns = table.getAllLeafColumns()
  const widths = columns.map(({ columnDef }) => columnDef.meta?.width ?? 8)
  const totalWidth = widths.reduce((sum, width) => sum + width, 0)
  useNearEnd({
    lastShown: virtualizer.range?.endIndex ?? 0,
    count: calls.length,
    margin: NEAR_END_ROWS,
    onNearEnd: props.onNearEnd,
  })
  const openClicked = (event: MouseEvent<HTMLElement>) => {
    const callId = clickedCallId(event)
    if (callId !== null) onOpen(callId)
  }

  return (
    <div ref={scrollerRef} className={classes.scroller} aria-busy={isBusy}>
      <table
        className={classes.table}
        style={{ minWidth: `${totalWidth}rem` }}
        aria-label={label}
        aria-rowcount={calls.length + 1}
      >
        <colgroup>
          {columns.map(({ id }, index) => (
            <col key={id} style={{ width: `${((widths[index] ?? 0) / totalWidth) * 100}%` }} />
          ))}
        </colgroup>
        <CallsTableHead
          table={table}
          sort={props.sort}
          onSort={props.onSort}
          onResize={(id, widthRem) => setChoice((now) => resized(now, id, widthRem))}
        />
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys are in bodyProps */}
        <tbody onClick={openClicked} {...bodyProps}>
          {items.map((item, position) => {
            const row = rows[position]
            if (!row) return null
            const gapPx = item.start - (items[position - 1]?.end ?? 0)
            return (
              <Fragment key={row.id}>
                {gapPx > 0 && <GapRow heightPx={gapPx} />}
                <CallRow
                  table={table}
                  row={row}
                  columns={columnDefs}
                  index={item.index}
                  isFresh={freshIds.has(row.id)}
                  isOpen={row.id === openCallId}
                  isPending={pendingFor(row.id) !== null}
                  isActive={item.index === activeIndex}
                />
              </Fragment>
            )
          })}
          <GapRow heightPx={virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0)} />
        </tbody>
      </table>
      <div className={classes.foot}>{foot}</div>
    </div>
  )
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
