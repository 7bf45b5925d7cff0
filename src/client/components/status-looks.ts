import {
  type Icon,
  IconAlertTriangle,
  IconBan,
  IconCircleCheck,
  IconClock,
  IconHelpCircle,
  IconMessages,
  IconMoodNeutral,
  IconMoodSad,
  IconMoodSmile,
  IconPhoneOff,
  IconPhoneOutgoing,
  IconPhoneRinging,
} from '@tabler/icons-react'
import type { CallOutcome, CallStatus } from '../../server/domain/call-status.ts'
import type { ScoreBand } from '../../server/domain/nps.ts'
import { t } from '../i18n/t.ts'
import type { Tone } from '../theme.ts'

export type Look = { word: string; tone: Tone; icon: Icon }

/** The one word, colour and icon of each status, wherever it shows. */
export const statusLooks: Record<CallStatus, Look> = {
  ready: { word: t('Ready'), tone: 'calm', icon: IconClock },
  placing: { word: t('Placing'), tone: 'moving', icon: IconPhoneOutgoing },
  ringing: { word: t('Ringing'), tone: 'moving', icon: IconPhoneRinging },
  in_progress: { word: t('In progress'), tone: 'talking', icon: IconMessages },
  completed: { word: t('Completed'), tone: 'good', icon: IconCircleCheck },
  missed: { word: t('Missed'), tone: 'missed', icon: IconPhoneOff },
  failed: { word: t('Failed'), tone: 'bad', icon: IconAlertTriangle },
  unknown: { word: t('Unknown'), tone: 'doubt', icon: IconHelpCircle },
  canceled: { word: t('Canceled'), tone: 'quiet', icon: IconBan },
}

export const bandLooks: Record<ScoreBand, Look> = {
  promoter: { word: t('Promoter'), tone: 'good', icon: IconMoodSmile },
  passive: { word: t('Passive'), tone: 'middling', icon: IconMoodNeutral },
  detractor: { word: t('Detractor'), tone: 'bad', icon: IconMoodSad },
}

/** How an attempt ended, in words. */
export const outcomeWords: Record<CallOutcome, string> = {
  answered: t('Answered'),
  no_answer: t('No answer'),
  busy: t('Busy'),
  voicemail: t('Voicemail'),
  rejected: t('Declined'),
  invalid_number: t('Number not in use'),
  provider_error: t('Line trouble'),
  opted_out: t('Asked not to be called'),
  expired: t('Too late to call'),
  canceled: t('Canceled'),
  unknown: t('Did it ring?'),
}
