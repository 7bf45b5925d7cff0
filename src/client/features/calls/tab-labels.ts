import type { CallTab } from '../../../server/domain/call-status.ts'
import { t } from '../../i18n/t.ts'

export const tabLabels: Record<CallTab, string> = {
  ready: t('Ready for Call'),
  missed: t('Missed Calls'),
  completed: t('Completed Calls'),
}
