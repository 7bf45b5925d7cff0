import { memo } from 'react'
import type { Call } from '../../../server/domain/call.schema.ts'
import { useIsSelected } from './bulk/bulk-context.ts'
import classes from './CallsTable.module.css'
import type { CallColumns } from './call-columns.tsx'

export type CallRowProps = {
  call: Call
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
  const { call, columns, index, isFresh, isOpen, isPending, isActive } = props
  const isSelected = useIsSelected(call.id)
  return (
    <tr
      className={classes.row}
      aria-rowindex={index + 2}
      aria-current={isOpen || undefined}
      data-fresh={isFresh || undefined}
      aria-busy={isPending || undefined}
      data-call={call.id}
      aria-label={call.customerName}
      data-selected={isSelected || undefined}
      tabIndex={isActive ? 0 : -1}
    >
      {columns.map(({ id, cell }) => (
        <td key={id} className={classes.cell}>
          {cell(call)}
        </td>
      ))}
    </tr>
  )
})
