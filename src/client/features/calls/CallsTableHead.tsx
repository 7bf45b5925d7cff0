import { VisuallyHidden } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconSelector } from '@tabler/icons-react'
import type { CallSort } from '../../../server/domain/call-filter.schema.ts'
import { SelectAllBox } from './bulk/SelectBox.tsx'
import classes from './CallsTable.module.css'
import { useCallClock } from './call-clock.tsx'
import type { CallColumns } from './call-columns.tsx'
import { ColumnResizer } from './columns/ColumnResizer.tsx'

export type CallsTableHeadProps = {
  columns: CallColumns
  sort: CallSort | undefined
  onSort: (key: CallSort['key']) => void
  onResize: (columnId: string, widthRem: number) => void
}

export function CallsTableHead({ columns, sort, onSort, onResize }: CallsTableHeadProps) {
  const { zoneNote } = useCallClock()
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map(({ id, header, width, sortKey, isHeaderHidden }) => (
          <th
            key={id}
            scope="col"
            className={classes.heading}
            aria-sort={sortKey && ariaSort(sort, sortKey)}
          >
            <span className={classes.headingContent}>
              {id === 'customer' && <SelectAllBox />}
              {isHeaderHidden ? (
                <VisuallyHidden>{header}</VisuallyHidden>
              ) : sortKey ? (
                <button
                  type="button"
                  className={classes.sorter}
                  data-sorted={sort?.key === sortKey || undefined}
                  onClick={() => onSort(sortKey)}
                >
                  <span>
                    {header}
                    {id === 'time' && zoneNote ? ` (${zoneNote})` : null}
                  </span>
                  <SortIcon direction={sort?.key === sortKey ? sort.direction : null} />
                </button>
              ) : (
                header
              )}
            </span>
            {!isHeaderHidden && (
              <ColumnResizer widthRem={width} onResize={(widthRem) => onResize(id, widthRem)} />
            )}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function ariaSort(sort: CallSort | undefined, key: CallSort['key']) {
  if (sort?.key !== key) return 'none'
  return sort.direction === 'asc' ? 'ascending' : 'descending'
}

function SortIcon({ direction }: { direction: 'asc' | 'desc' | null }) {
  if (direction === 'asc') return <IconArrowUp size={14} aria-hidden />
  if (direction === 'desc') return <IconArrowDown size={14} aria-hidden />
  return <IconSelector size={14} aria-hidden opacity={0.6} />
}
