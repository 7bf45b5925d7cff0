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
import type { Tone } from '../theme.ts'

export type Look = { word: string; tone: Tone; icon: Icon }

/** The one word, colour and icon of each status, wherever it shows. */
export const statusLooks: Record<CallStatus, Look> = {
  ready: { word: 'Ready', tone: 'calm', icon: IconClock },
  placing: { word: 'Placing', tone: 'moving', icon: IconPhoneOutgoing },
  ringing: { word: 'Ringing', tone: 'moving', icon: IconPhoneRinging },
  in_progress: { word: 'In progress', tone: 'talking', icon: IconMessages },
  completed: { word: 'Completed', tone: 'good', icon: IconCircleCheck },
  missed: { word: 'Missed', tone: 'missed', icon: IconPhoneOff },
  failed: { word: 'Failed', tone: 'bad', icon: IconAlertTriangle },
  unknown: { word: 'Unknown', tone: 'doubt', icon: IconHelpCircle },
  canceled: { word: 'Canceled', tone: 'quiet', icon: IconBan },
}

export const bandLooks: Record<ScoreBand, Look> = {
  promoter: { word: 'Promoter', tone: 'good', icon: IconMoodSmile },
  passive: { word: 'Passive', tone: 'middling', icon: IconMoodNeutral },
  detractor: { word: 'Detractor', tone: 'bad', icon: IconMoodSad },
}

/** How an attempt ended, in words. */
export const outcomeWords: Record<CallOutcome, string> = {
  answered: 'Answered',
  no_answer: 'No answer',
  busy: 'Busy',
  voicemail: 'Voicemail',
  rejected: 'Declined',
  invalid_number: 'Number not in use',
  provider_error: 'Line trouble',
  opted_out: 'Asked not to be called',
  expired: 'Too late to call',
  canceled: 'Canceled',
  unknown: 'Did it ring?',
}
