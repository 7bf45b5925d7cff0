import type { ScriptPlaceholder } from '../../../server/domain/call-script-placeholders.ts'
import type { ScriptStep } from '../../../server/domain/call-script-texts.ts'

type ScriptGroup = { title: string; description: string; steps: readonly ScriptStep[] }

/** The script as a page shows it: in the order of a call, what goes wrong at the end. */
export const scriptGroups: readonly ScriptGroup[] = [
  {
    title: 'Opening',
    description: 'Said before anything is asked: who calls, why, and what is recorded.',
    steps: ['greeting', 'recordingNotice', 'optOutNotice', 'consentQuestion', 'otherLanguage'],
  },
  {
    title: 'Questions',
    description: 'Asked one after another. An empty one is left out.',
    steps: ['npsQuestion', 'reasonQuestion', 'goodQuestion', 'betterQuestion', 'callBackQuestion'],
  },
  {
    title: 'Goodbyes',
    description: 'The last words, by how the call ends.',
    steps: ['thanks', 'optOutConfirmed', 'callLater', 'givingUp'],
  },
  {
    title: 'In between',
    description: 'Said before a question is asked again, or goes on.',
    steps: ['unrecorded', 'notUnderstood', 'notHeard'],
  },
]

export const stepHints: Record<ScriptStep, string> = {
  greeting: 'The first words. They name your organization and say why you call.',
  recordingNotice: 'Nothing is recorded before it was said and agreed to.',
  optOutNotice: 'The star key and words like “stop calling” are understood at any moment.',
  consentQuestion: '1 or yes records. 2 or no goes on without a recording.',
  otherLanguage: 'Said at the end of the opening in the other languages.',
  unrecorded: 'When somebody refuses, at the start or later on.',
  npsQuestion: 'Answered by keys or by voice.',
  reasonQuestion: 'Answered in own words; any key skips it.',
  goodQuestion: 'Answered in own words; any key skips it.',
  betterQuestion: 'Answered in own words; any key skips it.',
  callBackQuestion: '1 or yes asks your team to call back.',
  thanks: 'After the last answer.',
  optOutConfirmed: 'Also after “wrong number”. The number is not called again.',
  callLater: 'When somebody is driving, busy, or asks for another time.',
  notUnderstood: 'Before the question is asked again.',
  notHeard: 'After silence, before the question is asked again.',
  givingUp: 'After the last repeat.',
  voicemail: 'Left where a machine answers.',
}

export const placeholderLabels: Record<ScriptPlaceholder | 'key', string> = {
  customerName: 'Customer',
  organizationName: 'Organization',
  vehicle: 'Vehicle',
  advisorName: 'Advisor',
  key: 'Key',
}
