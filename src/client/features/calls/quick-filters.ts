import type { CallTab } from '../../../server/domain/call-status.ts'
import { t } from '../../i18n/t.ts'
import type { CallsAddress, FilterChange } from './calls-address.ts'

export type QuickFilter = {
  label: string
  on: FilterChange
  off: FilterChange
  isOn: (address: CallsAddress) => boolean
}

/** A filter or two at once, by the name of what they show. `today` is a local date. */
export function quickFiltersOf(tab: CallTab, today: string): QuickFilter[] {
  const ofToday = { from: today, to: today }
  switch (tab) {
    case 'ready':
      return [
        quick(t('Due today'), ofToday),
        quick(t('In progress'), { status: 'in_progress' }),
        quick(t('Held'), { held: 'yes' }),
      ]
    case 'missed':
      return [
        quick(t('Mine to decide'), { status: 'unknown' }),
        quick(t('Failed|calls'), { status: 'failed' }),
        quick(t('Called today'), ofToday),
      ]
    case 'completed':
      return [
        quick(t('Detractors'), { score: 'detractor' }),
        quick(t('Promoters'), { score: 'promoter' }),
        quick(t('Called today'), ofToday),
      ]
  }
}

function quick(label: string, on: FilterChange): QuickFilter {
  const entries = Object.entries(on)
  return {
    label,
    on,
    off: Object.fromEntries(entries.map(([key]) => [key, undefined])),
    isOn: (address) => entries.every(([key, value]) => Reflect.get(address, key) === value),
  }
}
