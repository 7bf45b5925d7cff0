import type { ReactNode } from 'react'
import type { Call } from '../../../server/domain/call.schema.ts'
import type { CallSortKey } from '../../../server/domain/call-filter-choices.ts'
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

export type CallColumn = {
  id: string
  header: string
  /** Least width in rem; wider tables share what is left in the same proportions. */
  width: number
  sortKey?: CallSortKey
  /** The header is read out but not shown. */
  isHeaderHidden?: boolean
  cell: (call: Call) => ReactNode
}
export type CallColumns = readonly CallColumn[]

const customer: CallColumn = {
  id: 'customer',
  header: t('Customer'),
  width: 11.5,
  sortKey: 'customerName',
  cell: (call) => <CustomerCell call={call} />,
}
const vehicle: CallColumn = {
  id: 'vehicle',
  header: t('Vehicle number'),
  width: 8.5,
  cell: (call) => <VehicleCell vehicle={call.vehicleInfo} />,
}
const advisor: CallColumn = {
  id: 'advisor',
  header: t('Service advisor'),
  width: 7.5,
  sortKey: 'serviceAdvisorName',
  cell: (call) => <PlainCell text={call.serviceAdvisorName} />,
}
const serviceType: CallColumn = {
  id: 'serviceType',
  header: t('Service type'),
  width: 8,
  cell: (call) => <PlainCell text={call.serviceType} />,
}
const status: CallColumn = {
  id: 'status',
  header: t('Call status'),
  width: 8.5,
  cell: (call) => <StatusCell call={call} />,
}
const phone: CallColumn = {
  id: 'phone',
  header: t('Phone number'),
  width: 8.75,
  cell: (call) => <PhoneCell phoneNumber={call.phoneNumber} />,
}
const time = (sortKey: 'dueAt' | 'endTime'): CallColumn => ({
  id: 'time',
  header: t('Call date and time'),
  width: 8.5,
  sortKey,
  cell: (call) => <TimeCell call={call} />,
})
const nextTry: CallColumn = {
  id: 'nextTry',
  header: t('Next try'),
  width: 10.5,
  cell: (call) => <NextTryCell call={call} />,
}
const score: CallColumn = {
  id: 'score',
  header: t('NPS and rating'),
  width: 6.5,
  sortKey: 'npsScore',
  cell: (call) => <ScoreCell call={call} />,
}
const tags: CallColumn = {
  id: 'tags',
  header: t('Tags'),
  width: 7,
  cell: (call) => <TagsCell tags={call.tags} />,
}
const feedback: CallColumn = {
  id: 'feedback',
  header: t('Feedback'),
  width: 9.5,
  cell: (call) => <FeedbackCell call={call} />,
}
const audio: CallColumn = {
  id: 'audio',
  header: t('Recording'),
  width: 2.5,
  isHeaderHidden: true,
  cell: (call) => <AudioCell call={call} />,
}
const actions: CallColumn = {
  id: 'actions',
  header: t('Actions'),
  width: 2.75,
  isHeaderHidden: true,
  cell: (call) => <CallActionsMenu call={call} />,
}

const common = [customer, vehicle, advisor, serviceType, status, phone]

const columnsOf: Record<CallTab, CallColumns> = {
  ready: [...common, time('dueAt'), nextTry, actions],
  missed: [...common, time('endTime'), nextTry, actions],
  completed: [...common, time('endTime'), score, tags, feedback, audio],
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
    const total = columns.reduce((sum, { width }) => sum + width, 0)
    if (total <= roomRem) break
    columns = columns.filter((column) => column.id !== id)
  }
  return columns
}
