import type { Call } from '../../../../server/domain/call.schema.ts'
import { isLive } from '../../../../server/domain/call-status.ts'
import { t } from '../../../i18n/t.ts'
import type { CallActionName } from '../call-actions.ts'

/** Why a key does nothing to any of these calls. */
export function whyNotWords(action: CallActionName, calls: readonly Pick<Call, 'status'>[]) {
  if (calls.every(({ status }) => isLive(status))) {
    return t('What is on the line has to end first.')
  }
  if (calls.every(({ status }) => status === 'completed')) {
    return t('Answered calls have nothing left to place.')
  }
  if (action === 'retry') {
    return t('Ready calls are placed by themselves; only missed ones are retried.')
  }
  return t('Nothing is left to do with calls that are over.')
}
