import type { KeyScope } from '../../../server/domain/rights.ts'
import { t } from '../../i18n/t.ts'

export const scopeWords: Record<KeyScope, { name: string; what: string }> = {
  read: { name: t('Read'), what: t('Calls, visits, the schedule and the figures.') },
  'write-calls': {
    name: t('Write calls'),
    what: t('Create, change and delete calls; run demo calls.'),
  },
  'write-visits': { name: t('Write visits'), what: t('Push and import service records.') },
  'write-schedule': {
    name: t('Write the schedule'),
    what: t('Change when calls may be placed, and which scores open a case.'),
  },
}
