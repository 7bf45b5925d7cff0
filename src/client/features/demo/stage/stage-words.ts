import type { CallTab } from '../../../../server/domain/call-status.ts'
import type { ConversationLanguage } from '../../../../server/domain/conversation-language.ts'
import type { ScoreBand } from '../../../../server/domain/nps.ts'

/** Everything that the stage says, but for names, numbers and the call's own words. */
export const stageWords = {
  title: 'Demo stage',
  back: 'Back to the demo page',
  simulated: 'Nobody’s telephone rings.',
  chooseScenario: 'What is to happen?',
  name: 'Customer name',
  number: 'Telephone number',
  neverDialled: 'This number is never dialled.',
  start: 'Start',
  pause: 'Pause',
  goOn: 'Continue',
  tryAgain: 'Try again now',
  nextCall: 'Next call',
  waiting: 'Waiting for a line',
  step: 'Step',
  reset: 'Reset',
  resetHint: 'Removes the calls of this stage',
  speed: 'Speed',
  soundOn: 'Turn the sound on',
  soundOff: 'Turn the sound off',
  fullScreen: 'Full screen',
  leaveFullScreen: 'Leave full screen',
  conversation: 'The conversation',
  tabs: 'The three tabs',
  nps: 'NPS',
  npsSpan: { all: 'of the last 30 days', demo: 'of the demo calls of 30 days' },
  noScores: 'No scores yet',
  agent: 'Ringback',
  customer: 'Customer',
  praised: 'Praised',
  improve: 'To improve',
  openCall: 'Open it in the calls',
  notGone: 'The stage could not go on',
  notStarted: 'The call did not start',
  notReset: 'The stage was not reset',
  gone: 'This call was removed. Reset the stage to begin again.',
  noSound: 'The sound does not play here; the words go on without it.',
  missedNext:
    'A real call is tried again by itself, when the schedule says. On the stage, you say when.',
  optedOut: 'A real number is on the do-not-call list at once. A demo’s number is left alone.',
} as const

export const bandWords: Record<ScoreBand, readonly [one: string, many: string]> = {
  promoter: ['promoter', 'promoters'],
  passive: ['passive', 'passives'],
  detractor: ['detractor', 'detractors'],
}

/** As a guest would say it. */
export const yesNoWords: Record<ConversationLanguage, { yes: string; no: string }> = {
  en: { yes: 'Yes', no: 'No' },
  es: { yes: 'Sí', no: 'No' },
}

export const tabWords: Record<CallTab, string> = {
  ready: 'Ready for Call',
  missed: 'Missed Calls',
  completed: 'Completed Calls',
}

export const liveWords = {
  yourTurn: 'Your turn: you are the customer.',
  speaking: 'Listen. You may answer at any moment.',
  sending: 'Taking in your answer…',
  typeAnswer: 'Type what you would say',
  say: 'Say it',
  micOn: 'Answer by voice',
  micOff: 'Stop listening',
  micNote: 'Your browser may send what you say to its maker to understand it.',
  micRefused: 'The microphone is not open to this page. Buttons and typing do the same.',
  noMic: 'This browser cannot listen. Buttons and typing do the same.',
  hearing: 'Listening…',
  silent: 'Stay silent',
  hangUp: 'Hang up',
  skip: 'Skip',
  noMoreCalls: 'No more calls',
  notTaken: 'The answer did not get through',
  notRecorded: 'Nothing is recorded on the stage, whatever you answer.',
} as const
