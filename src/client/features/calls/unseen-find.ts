import type { Call } from '../../../server/domain/call.schema.ts'
import { t } from '../../i18n/t.ts'
import { foundIn, foundInPhone } from './found-in.ts'

/** What a search looks into, by the column that shows it; order numbers stand with the customer. */
type SearchedField = 'customer' | 'order' | 'vehicle' | 'advisor' | 'phone' | 'tags'

type Searched = {
  field: SearchedField
  label: string
  textsOf: (call: Call) => readonly (string | null)[]
  isPhone?: boolean
}

const searched: readonly Searched[] = [
  { field: 'customer', label: t('Customer'), textsOf: (call) => [call.customerName] },
  { field: 'order', label: t('Order'), textsOf: (call) => [call.externalId] },
  {
    field: 'vehicle',
    label: t('Vehicle number'),
    textsOf: (call) => [call.vehicleInfo.vehicleNumber],
  },
  { field: 'advisor', label: t('Service advisor'), textsOf: (call) => [call.serviceAdvisorName] },
  {
    field: 'phone',
    label: t('Phone number'),
    textsOf: (call) => [call.phoneNumber],
    isPhone: true,
  },
  { field: 'tags', label: t('Tag'), textsOf: (call) => call.tags },
]

type UnseenFind = { label: string; text: string; isPhone?: boolean }

/** Why a call was found, where nothing that is shown of it says so. */
export function unseenFind(
  call: Call,
  search: string,
  shown: ReadonlySet<string>,
): UnseenFind | null {
  let unseen: UnseenFind | null = null
  for (const { field, label, textsOf, isPhone } of searched) {
    const find = isPhone ? foundInPhone : foundIn
    const text = textsOf(call).find((each) => each !== null && find(each, search) !== null)
    if (!text) continue
    // Order numbers of demo calls mean nothing to people, and are shown nowhere.
    if (shown.has(field) && !(field === 'order' && call.isDemo)) return null
    unseen ??= { label, text, isPhone }
  }
  return unseen
}
