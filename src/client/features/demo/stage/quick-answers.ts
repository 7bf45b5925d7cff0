import type { Heard } from '../../../../server/domain/conversation.schema.ts'
import { languageNames } from '../../../../server/domain/conversation-language.ts'
import type { StageTurn } from '../../../../server/domain/stage.schema.ts'
import { liveWords } from './stage-words.ts'

export type QuickAnswer = { label: string; heard: Heard; isQuiet?: boolean }

const key = (keys: string): Heard => ({ type: 'keys', keys })
const yes: QuickAnswer = { label: liveWords.yes, heard: key('1') }
const no: QuickAnswer = { label: liveWords.no, heard: key('2') }
const skip: QuickAnswer = { label: liveWords.skip, heard: key('#') }
const scores: QuickAnswer[] = Array.from({ length: 11 }, (_, score) => ({
  ...{ label: String(score), heard: key(String(score)) },
}))
const always: QuickAnswer[] = [
  { label: liveWords.silent, heard: { type: 'silence' }, isQuiet: true },
  { label: liveWords.noMoreCalls, heard: key('*'), isQuiet: true },
]

/** What a telephone's keys would answer to a turn, as buttons. */
export function quickAnswers({
  step,
  otherLanguages,
}: Pick<StageTurn, 'step' | 'otherLanguages'>): QuickAnswer[] {
  switch (step) {
    case 'consent':
      return [
        ...[yes, no],
        ...otherLanguages.map((other) => ({
          ...{ label: languageNames[other.language], heard: key(other.key) },
        })),
        ...always,
      ]
    case 'call_back':
      return [yes, no, ...always]
    case 'nps':
      return [...scores, ...always]
    case 'reason':
    case 'good':
    case 'better':
      return [skip, ...always]
    case 'over':
      return []
  }
}
