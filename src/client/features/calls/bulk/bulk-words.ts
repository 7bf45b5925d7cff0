import { plural, t } from '../../../i18n/t.ts'
import type { CallActionName } from '../call-actions.ts'

export const bulkNames = ['retry', 'reschedule', 'tag', 'cancel'] as const
export type BulkName = (typeof bulkNames)[number]

const standAsBefore = (count: number) =>
  plural(count, '{n} call stands as before.', '{n} calls stand as before.')

export const bulkWords: Record<
  BulkName,
  {
    label: string
    key: string
    doing: string
    done: string
    undone: (count: number) => string
  }
> = {
  retry: {
    label: t('Retry'),
    key: 'r',
    doing: t('Sending back to Ready'),
    done: t('ready to be called again'),
    undone: standAsBefore,
  },
  reschedule: {
    label: t('Reschedule'),
    key: 's',
    doing: t('Rescheduling'),
    done: t('rescheduled'),
    undone: standAsBefore,
  },
  tag: {
    label: t('Tag|a call'),
    key: 't',
    doing: t('Tagging'),
    done: t('tagged'),
    undone: (count) =>
      plural(count, '{n} call has its tags of before.', '{n} calls have their tags of before.'),
  },
  cancel: {
    label: t('Cancel calls'),
    key: 'c',
    doing: t('Canceling'),
    done: t('canceled'),
    undone: standAsBefore,
  },
}

export const callsWord = (count: number) => plural(count, '{n} call', '{n} calls')

/** Which single action a change in bulk is for one call; tags fit every call. */
export const actionOf: Record<BulkName, CallActionName | null> = {
  retry: 'retry',
  reschedule: 'reschedule',
  cancel: 'cancel',
  tag: null,
}
