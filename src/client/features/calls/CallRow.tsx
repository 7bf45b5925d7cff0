import type { ReactTable, Row } from '@tanstack/react-table'
import { memo } from 'react'
import type { Call } from '../../../server/domain/call.schema.ts'
import { useIsSelected } from './bulk/bulk-context.ts'
import classes from './CallsTable.module.css'
import type { CallColumns, callTableFeatures } from './call-columns.tsx'

type Features = typeof callTableFeatures

export type CallRowProps = {
  table: Pick<ReactTable<Features, Call>, 'FlexRender'>
  row: Row<Features, Call>
  columns: CallColumns
  index: number
  isFresh: boolean
  isOpen: boolean
  isPending: boolean
  /** The one row in the page's tab order. */
  isActive: boolean
}

/** Drawn anew only when something about this very call is new: of a full table, few rows are. */
export const CallRow = memo(function CallRow(props: CallRowProps) {
  const { table, row, index, isFresh, isOpen, isPending, isActive } = props
  const isSelected = useIsSelected(row.id)
  return (
    <tr
      className={classes.row}
      aria-rowindex={index + 2}
      aria-current={isOpen || undefined}
      data-fresh={isFresh || undefined}
      aria-busy={isPending || undefined}
      data-call={row.id}
      aria-label={row.original.customerName}
      data-selected={isSelected || undefined}
      tabIndex={isActive ? 0 : -1}
    >
      {row.getAllCells().map((cell) => (
        <td key={cell.id} className={classes.cell}>
          <table.FlexRender cell={cell} />
        </td>
      ))}
    </tr>
  )
}, isSameRow)

/** The table makes its rows anew with each change of any call; only their calls tell what changed. */
function isSameRow(before: CallRowProps, after: CallRowProps): boolean {
  return (
    before.row.original === after.row.original &&
    before.columns === after.columns &&
    before.index === after.index &&
    before.isFresh === after.isFresh &&
    before.isOpen === after.isOpen &&
    before.isPending === after.isPending &&
    before.isActive === after.isActive
  )
}
