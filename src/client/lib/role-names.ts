import type { Role } from '../../server/domain/rights.ts'
import { t } from '../i18n/t.ts'

export const roleNames: Record<Role, string> = {
  owner: t('Owner'),
  manager: t('Manager'),
  agent: t('Agent'),
  presenter: t('Presenter'),
  viewer: t('Viewer'),
}
