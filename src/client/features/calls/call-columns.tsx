import { createColumnHelper, metaHelper, tableFeatures } from '@tanstack/react-table'
import type { Call } from '../../../server/domain/call.schema.ts'
import type { CallSortKey } from '../../../server/domain/call-filter.schema.ts'
import type { CallTab } from '../../../server/domain/call-status.ts'
import { t } from '../../i18n/t.ts'
import { CallActionsMenu } from './CallActionsMenu.tsx'
import {
  CustomerCell,
  PhoneCell,
  PlainCell,
  StatusCell,
  TagsCell,
  VehicleCell,
} from './CallCells.tsx'
import { AudioCell, FeedbackCell, NextTryCell, ScoreCell, TimeCell } from './CallResultCells.tsx'

import { type ColumnChoice, chosen } from './columns/column-choice.ts'

export type CallColumnMeta = {
  /** Least width in rem; wider tables share what is left in the same proportions. */
  width: number
  sortKey?: CallSortKey
  /** The header is read out but not shown. */
  isHeaderHidden?: boolean
}

export const callTableFeatures = tableFeatures({ columnMeta: metaHelper<CallColumnMeta>() })

const helper = createColumnHelper<typeof callTableFeatures, Call>()

const customer = helper.display({
  id: 'customer',
  header: t('Customer'),
  meta: { width: 10, sortKey: 'customerName' },
  cell: ({ row }) => <CustomerCell call={row.original} />,
})
const vehicle = helper.display({
  id: 'vehicle',
  header: t('Vehicle number'),
  meta: { width: 8.5 },
  cell: ({ row }) => <VehicleCell vehicle={row.original.vehicleInfo} />,
})
const advisor = helper.display({
  id: 'advisor',
  header: t('Service advisor'),
  meta: { width: 7.5, sortKey: 'serviceAdvisorName' },
  cell: ({ row }) => <PlainCell text={row.original.serviceAdvisorName} />,
})
const serviceType = helper.display({
  id: 'serviceType',
  header: t('Service type'),
  meta: { width: 8 },
  cell: ({ row }) => <PlainCell text={row.original.serviceType} />,
})
const status = helper.display({
  id: 'status',
  header: t('Call status'),
  meta: { width: 8.5 },
  cell: ({ row }) => <StatusCell call={row.original} />,
})
const phone = helper.display({
  id: 'phone',
  header: t('Phone number'),
  meta: { width: 8.75 },
  cell: ({ row }) => <PhoneCell phoneNumber={row.original.phoneNumber} />,
})
const time = (sortKey: 'dueAt' | 'endTime') =>
  helper.display({
    id: 'time',
    header: t('Call date and time'),
    meta: { width: 8.5, sortKey },
    cell: ({ row }) => <TimeCell call={row.original} />,
  })
const nextTry = helper.display({
  id: 'nextTry',
  header: t('Next try'),
  meta: { width: 10.5 },
  cell: ({ row }) => <NextTryCell call={row.original} />,
})
const score = helper.display({
  id: 'score',
  header: t('NPS and rating'),
  meta: { width: 6.5, sortKey: 'npsScore' },
  cell: ({ row }) => <ScoreCell call={row.original} />,
})
const tags = helper.display({
  id: 'tags',
  header: t('Tags'),
  meta: { width: 7.5 },
  cell: ({ row }) => <TagsCell tags={row.original.tags} />,
})
const feedback = helper.display({
  id: 'feedback',
  header: t('Feedback'),
  meta: { width: 10.5 },
  cell: ({ row }) => <FeedbackCell call={row.original} />,
})
const audio = helper.display({
  id: 'audio',
  header: t('Recording'),
  meta: { width: 2.5, isHeaderHidden: true },
  cell: ({ row }) => <AudioCell call={row.original} />,
})
const actions = helper.display({
  id: 'actions',
  header: t('Actions'),
  meta: { width: 2.75, isHeaderHidden: true },
  cell: ({ row }) => <CallActionsMenu call={row.original} />,
})

const common = [customer, vehicle, advisor, serviceType, status, phone]

export type CallColumns = ReturnType<typeof helper.columns>

const columnsOf: Record<CallTab, CallColumns> = {
  ready: helper.columns([...common, time('dueAt'), nextTry, actions]),
  missed: helper.columns([...common, time('endTime'), nextTry, actions]),
  completed: helper.columns([...common, time('endTime'), score, tags, feedback, audio]),
}

export const columnsOfTab = (tab: CallTab): CallColumns => columnsOf[tab]

/** In the order in which they make room. */
const yielding = [feedback, tags, audio, phone, serviceType, vehicle]

/**
 * The columns of a tab, without the actions for who may take none; those that do not fit into
 * `roomRem` give way, where that is given.
 */
export function fittingColumns(
  tab: CallTab,
  { roomRem, mayWork, choice }: { roomRem: number | null; mayWork: boolean; choice: ColumnChoice },
): CallColumns {
  let columns = chosen(columnsOf[tab], choice)
  if (!mayWork) columns = columns.filter((column) => column.id !== actions.id)
  if (roomRem === null) return columns
  for (const { id } of yielding) {
    const total = columns.reduce((sum, { meta }) => sum + (meta?.width ?? 0), 0)
    if (total <= roomRem) break
    columns = columns.filter((column) => column.id !== id)
  }
  return columns
}
