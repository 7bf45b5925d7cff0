import type { ScriptPlaceholder } from '../../../server/domain/call-script-placeholders.ts'
import type { ScriptStep } from '../../../server/domain/call-script-texts.ts'
import { t } from '../../i18n/t.ts'

type ScriptGroup = { title: string; description: string; steps: readonly ScriptStep[] }

/** The script as a page shows it: in the order of a call, what goes wrong at the end. */
export const scriptGroups: readonly ScriptGroup[] = [
  {
    title: t('Opening'),
    description: t('Said before anything is asked: who calls, why, and what is recorded.'),
    steps: ['greeting', 'recordingNotice', 'optOutNotice', 'consentQuestion', 'otherLanguage'],
  },
  {
    title: t('Questions'),
    description: t('Asked one after another. An empty one is left out.'),
    steps: ['npsQuestion', 'reasonQuestion', 'goodQuestion', 'betterQuestion', 'callBackQuestion'],
  },
  {
    title: t('Goodbyes'),
    description: t('The last words, by how the call ends.'),
    steps: ['thanks', 'optOutConfirmed', 'callLater', 'givingUp'],
  },
  {
    title: t('In between'),
    description: t('Said before a question is asked again, or goes on.'),
    steps: ['unrecorded', 'notUnderstood', 'notHeard'],
  },
]

export const stepHints: Record<ScriptStep, string> = {
  greeting: t('The first words. They name your organization and say why you call.'),
  recordingNotice: t('Nothing is recorded before it was said and agreed to.'),
  optOutNotice: t('The star key and words like “stop calling” are understood at any moment.'),
  consentQuestion: t('1 or yes records. 2 or no goes on without a recording.'),
  otherLanguage: t('Said at the end of the opening in the other languages.'),
  unrecorded: t('When somebody refuses, at the start or later on.'),
  npsQuestion: t('Answered by keys or by voice.'),
  reasonQuestion: t('Answered in own words; any key skips it.'),
  goodQuestion: t('Answered in own words; any key skips it.'),
  betterQuestion: t('Answered in own words; any key skips it.'),
  callBackQuestion: t('1 or yes asks your team to call back.'),
  thanks: t('After the last answer.'),
  optOutConfirmed: t('Also after “wrong number”. The number is not called again.'),
  callLater: t('When somebody is driving, busy, or asks for another time.'),
  notUnderstood: t('Before the question is asked again.'),
  notHeard: t('After silence, before the question is asked again.'),
  givingUp: t('After the last repeat.'),
  voicemail: t('Left where a machine answers.'),
}

export const placeholderLabels: Record<ScriptPlaceholder | 'key', string> = {
  customerName: t('Customer'),
  organizationName: t('Organization'),
  vehicle: t('Vehicle'),
  advisorName: t('Advisor'),
  key: t('Key|telephone'),
}
