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

type Done = { name: string; when: string | null }

const done: Record<CallActionName, (values: Done) => string> = {
  placeNow: (values) => t('{name} is being called.', values),
  retry: (values) => t('{name} is ready to be called again.', values),
  // Not at the wished time in any case: the schedule may have moved it.
  reschedule: ({ name, when }) =>
    when === null
      ? t('{name} will be called again.', { name })
      : t('{name} will be called {when}.', { name, when }),
  cancel: (values) => t('{name} will not be called.', values),
  judgeRang: (values) => t('{name} counts as missed.', values),
  judgeDidNotRing: ({ name, when }) =>
    when === null
      ? t('{name} counts as not called, and no other try is planned.', { name })
      : t('{name} will be called again.', { name }),
}

/** What was done, of the call as the server answers that it is now; `when` tells an instant. */
export const doneWords = (
  name: CallActionName,
  call: Pick<Call, 'customerName' | 'dueAt'>,
  when: (at: string) => string,
) => done[name]({ name: call.customerName, when: call.dueAt && when(call.dueAt) })
