import type { CallTab } from '../../../../server/domain/call-status.ts'
import type { ScoreBand } from '../../../../server/domain/nps.ts'
import { plural, t } from '../../../i18n/t.ts'

/** Everything that the stage says, but for names, numbers and the call's own words. */
export const stageWords = {
  title: t('Demo stage'),
  back: t('Back to the demo page'),
  simulated: t('Nobody’s telephone rings.'),
  chooseScenario: t('What is to happen?'),
  name: t('Customer name'),
  number: t('Telephone number'),
  neverDialled: t('This number is never dialled.'),
  start: t('Start'),
  pause: t('Pause'),
  goOn: t('Continue'),
  tryAgain: t('Try again now'),
  nextCall: t('Next call'),
  waiting: t('Waiting for a line'),
  step: t('Step'),
  reset: t('Reset'),
  resetHint: t('Removes the calls of this stage'),
  speed: t('Speed'),
  soundOn: t('Turn the sound on'),
  soundOff: t('Turn the sound off'),
  fullScreen: t('Full screen'),
  leaveFullScreen: t('Leave full screen'),
  conversation: t('The conversation'),
  tabs: t('The three tabs'),
  tabsSpan: t('All calls of the organization'),
  nps: 'NPS',
  npsSpan: { all: t('of the last 30 days'), demo: t('of the demo calls of 30 days') },
  noScores: t('No scores yet'),
  agent: 'Ringback',
  customer: t('Customer'),
  praised: t('Praised'),
  improve: t('To improve'),
  openCall: t('Open it in the calls'),
  notGone: t('The stage could not go on'),
  away: t('The server cannot be reached. The stage goes on by itself once it is back.'),
  givenBack: t('The line was given back'),
  givenBackNext: t(
    'The call had waited for long with nobody on the stage. One press starts it again.',
  ),
  startAgain: t('Start again'),
  notStarted: t('The call did not start'),
  notReset: t('The stage was not reset'),
  gone: t('This call was removed. Reset the stage to begin again.'),
  noSound: t('The sound does not play here; the words go on without it.'),
  missedNext: t(
    'A real call is tried again by itself, when the schedule says. On the stage, you say when.',
  ),
  optedOut: t('A real number is on the do-not-call list at once. A demo’s number is left alone.'),
} as const

export const bandWords: Record<ScoreBand, (n: number) => string> = {
  promoter: (n) => plural(n, 'promoter', 'promoters'),
  passive: (n) => plural(n, 'passive', 'passives'),
  detractor: (n) => plural(n, 'detractor', 'detractors'),
}

export const tabWords: Record<CallTab, string> = {
  ready: t('Ready for Call'),
  missed: t('Missed Calls'),
  completed: t('Completed Calls'),
}

export const liveWords = {
  yourTurn: t('Your turn: you are the customer.'),
  speaking: t('Listen. You may answer at any moment.'),
  sending: t('Taking in your answer…'),
  typeAnswer: t('Type what you would say'),
  say: t('Say it'),
  micOn: t('Answer by voice'),
  micOff: t('Stop listening'),
  micNote: t('Your browser may send what you say to its maker to understand it.'),
  micRefused: t('The microphone is not open to this page. Buttons and typing do the same.'),
  micFailed: t('The browser stopped listening. Try again, or answer by button or typing.'),
  noMic: t('This browser cannot listen. Buttons and typing do the same.'),
  hearing: t('Listening…'),
  silent: t('Stay silent'),
  hangUp: t('Hang up'),
  skip: t('Skip'),
  noMoreCalls: t('No more calls'),
  notTaken: t('The answer did not get through'),
  notRecorded: t('Nothing is recorded on the stage, whatever you answer.'),
} as const
