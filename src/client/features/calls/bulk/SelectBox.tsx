import type { MouseEvent } from 'react'
import type { Call } from '../../../../server/domain/call.schema.ts'
import { t } from '../../../i18n/t.ts'
import { useRights } from '../../../lib/rights.tsx'
import { useBulk, useIsSelected, useSelectedCalls } from './bulk-context.ts'
import classes from './SelectBox.module.css'

/** Selects a row; with Shift, all rows from the one before on. */
export function SelectBox({ call }: { call: Pick<Call, 'id' | 'customerName'> }) {
  const { selection } = useBulk()
  const isSelected = useIsSelected(call.id)
  const mayWork = useRights().has('calls.work')
  if (!mayWork) return null
  const click = ({ shiftKey }: MouseEvent) =>
    shiftKey ? selection.extendTo(call.id) : selection.toggle(call.id)
  return (
    <label className={classes.place}>
      <input
        type="checkbox"
        className={classes.box}
        aria-label={t('Select {customerName}', { customerName: call.customerName })}
        // Of the row, which has the focus, `x` is the key.
        tabIndex={-1}
        checked={isSelected}
        onClick={click}
        readOnly
      />
    </label>
  )
}

export function SelectAllBox() {
  const { selection } = useBulk()
  const selected = useSelectedCalls(selection).length
  const mayWork = useRights().has('calls.work')
  if (!mayWork) return null
  const isAll = selected > 0 && selected === selection.shownCount()
  return (
    <label className={classes.place}>
      <input
        type="checkbox"
        className={classes.box}
        aria-label={t('Select all rows loaded')}
        ref={(box) => {
          if (box) box.indeterminate = selected > 0 && !isAll
        }}
        checked={isAll}
        onChange={() => (selected > 0 ? selection.clear() : selection.selectAll())}
      />
    </label>
  )
}
