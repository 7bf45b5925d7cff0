import type { Call } from '../../../server/domain/call.schema.ts'
import { t } from '../../i18n/t.ts'
import type { CallActionName } from './call-actions.ts'

/** The title of a refusal, whose reason the server gives. */
export const refusals: Record<CallActionName, string> = {
  placeNow: t('The call was not placed'),
  retry: t('The call was not sent back'),
  reschedule: t('The call was not moved'),
  cancel: t('The call was not canceled'),
  judgeRang: t('Your judgement was not saved'),
  judgeDidNotRing: t('Your judgement was not saved'),
}

type Done = { name: string; isPlanned: boolean }

const done: Record<CallActionName, (values: Done) => string> = {
  placeNow: (values) => t('{name} is being called.', values),
  retry: (values) => t('{name} is ready to be called again.', values),
  reschedule: (values) => t('{name} will be called at the new time.', values),
  cancel: (values) => t('{name} will not be called.', values),
  judgeRang: (values) => t('{name} counts as missed.', values),
  judgeDidNotRing: (values) =>
    values.isPlanned
      ? t('{name} will be called again.', values)
      : t('{name} counts as not called, and no other try is planned.', values),
}

/** What was done, of the call as the server answers that it is now. */
export const doneWords = (name: CallActionName, call: Pick<Call, 'customerName' | 'dueAt'>) =>
  done[name]({ name: call.customerName, isPlanned: call.dueAt !== null })
