import { VisuallyHidden } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconSelector } from '@tabler/icons-react'
import type { ReactTable } from '@tanstack/react-table'
import type { Call } from '../../../server/domain/call.schema.ts'
import type { CallSort } from '../../../server/domain/call-filter.schema.ts'
import { SelectAllBox } from './bulk/SelectBox.tsx'
import classes from './CallsTable.module.css'
import { useCallClock } from './call-clock.tsx'
import type { callTableFeatures } from './call-columns.tsx'
import { ColumnResizer } from './columns/ColumnResizer.tsx'

export type CallsTableHeadProps = {
  table: ReactTable<typeof callTableFeatures, Call>
  sort: CallSort | undefined
  onSort: (key: CallSort['key']) => void
  onResize: (columnId: string, widthRem: number) => void
}

export function CallsTableHead({ table, sort, onSort, onResize }: CallsTableHeadProps) {
  const { zoneNote } = useCallClock()
  return (
    <thead>
      {table.getHeaderGroups().map((group) => (
        <tr key={group.id} aria-rowindex={1}>
          {group.headers.map((header) => {
            const meta = header.column.columnDef.meta
            const sortKey = meta?.sortKey
            const title = <table.FlexRender header={header} />
            const note = header.column.id === 'time' && zoneNote ? ` (${zoneNote})` : null
            return (
              <th
                key={header.id}
                scope="col"
                className={classes.heading}
                aria-sort={sortKey && ariaSort(sort, sortKey)}
              >
                <span className={classes.headingContent}>
                  {header.column.id === 'customer' && <SelectAllBox />}
                  {meta?.isHeaderHidden ? (
                    <VisuallyHidden>{title}</VisuallyHidden>
                  ) : sortKey ? (
                    <button
                      type="button"
                      className={classes.sorter}
                      data-sorted={sort?.key === sortKey || undefined}
                      onClick={() => onSort(sortKey)}
                    >
                      <span>
                        {title}
                        {note}
                      </span>
                      <SortIcon direction={sort?.key === sortKey ? sort.direction : null} />
                    </button>
                  ) : (
                    title
                  )}
                </span>
                {meta && !meta.isHeaderHidden && (
                  <ColumnResizer
                    widthRem={meta.width}
                    onResize={(widthRem) => onResize(header.column.id, widthRem)}
                  />
                )}
              </th>
            )
          })}
        </tr>
      ))}
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
