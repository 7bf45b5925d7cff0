import type { HeardConversation } from '../../src/server/analysis/port.ts'
import { usualTexts } from '../../src/server/domain/call-script-texts.ts'

const questionsIn = (language: 'en' | 'es') => {
  const texts = usualTexts[language]
  return {
    consent: `${texts.greeting} ${texts.recordingNotice} ${texts.consentQuestion}`,
    score: texts.npsQuestion,
    reason: texts.reasonQuestion,
    good: texts.goodQuestion,
    better: texts.betterQuestion,
    callBack: texts.callBackQuestion,
  }
}

export type Answers = Partial<Record<keyof ReturnType<typeof questionsIn>, string>>

/** The conversation in which a customer gave these answers to the usual questions, in their order. */
export function heard(
  language: 'en' | 'es',
  npsScore: number | null,
  answers: Answers,
): HeardConversation {
  const questions = questionsIn(language)
  const names = Object.keys(answers) as (keyof Answers)[]
  const turns = names.flatMap((name) => [
    { speaker: 'agent' as const, text: questions[name] },
    { speaker: 'customer' as const, text: answers[name] ?? '' },
  ])
  const segments = turns.map((turn, index) => ({
    ...turn,
    startMs: index * 3000,
    endMs: index * 3000 + 2500,
  }))
  return { language, npsScore, segments }
}
