import {
  type Icon,
  IconArrowBackUp,
  IconBan,
  IconCalendarTime,
  IconPhoneCheck,
  IconPhoneOff,
  IconPhoneOutgoing,
} from '@tabler/icons-react'
import type { Call } from '../../../server/domain/call.schema.ts'
import type { CallStatus } from '../../../server/domain/call-status.ts'
import { t } from '../../i18n/t.ts'

export type CallActionName =
  | 'placeNow'
  | 'retry'
  | 'reschedule'
  | 'cancel'
  | 'judgeRang'
  | 'judgeDidNotRing'

/** When a customer wants to be called, and whether that holds outside the windows. */
export type Wish = { dueAt: string; outsideWindows: boolean }

/** What a person asked of a call. */
export type CallRequest =
  | { name: Exclude<CallActionName, 'reschedule'>; call: Call }
  | { name: 'reschedule'; call: Call; wish: Wish }

export type CallAction = { name: CallActionName; label: string; icon: Icon; isDestructive: boolean }

const actions: Record<CallActionName, Omit<CallAction, 'name'>> = {
  placeNow: { label: t('Place now'), icon: IconPhoneOutgoing, isDestructive: false },
  retry: { label: t('Retry'), icon: IconArrowBackUp, isDestructive: false },
  reschedule: { label: t('Reschedule'), icon: IconCalendarTime, isDestructive: false },
  judgeRang: { label: t('It rang'), icon: IconPhoneCheck, isDestructive: false },
  judgeDidNotRing: { label: t('It did not ring'), icon: IconPhoneOff, isDestructive: false },
  cancel: { label: t('Cancel call'), icon: IconBan, isDestructive: true },
}

const namesFor: Record<CallStatus, readonly CallActionName[]> = {
  ready: ['placeNow', 'reschedule', 'cancel'],
  placing: [],
  ringing: [],
  in_progress: [],
  completed: [],
  missed: ['retry', 'reschedule', 'cancel'],
  failed: ['retry', 'reschedule', 'cancel'],
  // Only a person can end the doubt.
  unknown: ['judgeRang', 'judgeDidNotRing', 'retry', 'reschedule', 'cancel'],
  canceled: ['retry', 'reschedule'],
}

/** What a person may do with a call where it stands, the likeliest first. */
export const actionsFor = ({ status }: Pick<Call, 'status'>): CallAction[] =>
  namesFor[status].map((name) => ({
    name,
    ...actions[name],
    // The third answer to "did it ring?".
    ...(status === 'unknown' && name === 'retry' && { label: t('Call again') }),
  }))
