import { plural } from '../../../i18n/t.ts'
import type { CallActionName } from '../call-actions.ts'

export const bulkNames = ['retry', 'reschedule', 'tag', 'cancel'] as const
export type BulkName = (typeof bulkNames)[number]

export const bulkWords: Record<
  BulkName,
  { label: string; key: string; doing: string; done: string; undone: string }
> = {
  retry: {
    ...{ label: 'Retry', key: 'r', doing: 'Sending back to Ready' },
    ...{ done: 'ready to be called again', undone: 'stand as before' },
  },
  reschedule: {
    ...{ label: 'Reschedule', key: 's', doing: 'Rescheduling' },
    ...{ done: 'rescheduled', undone: 'stand as before' },
  },
  tag: {
    ...{ label: 'Tag', key: 't', doing: 'Tagging' },
    ...{ done: 'tagged', undone: 'have their tags of before' },
  },
  cancel: {
    ...{ label: 'Cancel calls', key: 'c', doing: 'Canceling' },
    ...{ done: 'canceled', undone: 'stand as before' },
  },
}

export const callsWord = (count: number) => plural(count, '{n} call', '{n} calls')

/** Which single action a change in bulk is for one call; tags fit every call. */
export const actionOf: Record<BulkName, CallActionName | null> = {
  ...{ retry: 'retry', reschedule: 'reschedule', cancel: 'cancel', tag: null },
}
