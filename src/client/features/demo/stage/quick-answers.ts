import type { Heard } from '../../../../server/domain/conversation.schema.ts'
import type { StageTurn } from '../../../../server/domain/stage.schema.ts'
import { languageTitle } from '../../../lib/conversation-languages.ts'
import { liveWords } from './stage-words.ts'
import { yesNoWords } from './yes-no-words.ts'

export type QuickAnswer = { label: string; heard: Heard; isQuiet?: boolean }

const key = (keys: string): Heard => ({ type: 'keys', keys })
const says = (text: string): QuickAnswer => ({ label: text, heard: { type: 'speech', text } })
const skip: QuickAnswer = { label: liveWords.skip, heard: key('#') }
const scores: QuickAnswer[] = Array.from({ length: 11 }, (_, score) => ({
  label: String(score),
  heard: key(String(score)),
}))
const always: QuickAnswer[] = [
  { label: liveWords.silent, heard: { type: 'silence' }, isQuiet: true },
  { label: liveWords.noMoreCalls, heard: key('*'), isQuiet: true },
]

/** The short answers to a turn, as buttons. */
export function quickAnswers({
  step,
  language,
  otherLanguages,
}: Pick<StageTurn, 'step' | 'language' | 'otherLanguages'>): QuickAnswer[] {
  const { yes, no } = yesNoWords[language]
  switch (step) {
    case 'consent':
      return [
        ...[says(yes), says(no)],
        ...otherLanguages.map((other) => ({
          label: languageTitle(other.language),
          heard: key(other.key),
        })),
        ...always,
      ]
    case 'call_back':
      return [says(yes), says(no), ...always]
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
