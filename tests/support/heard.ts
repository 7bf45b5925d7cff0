import type { HeardConversation } from '../../src/server/analysis/port.ts'

const questions = {
  en: {
    consent: 'Hello. This is an automated call. May we record your answers? Press 1 or say yes.',
    score: 'How likely are you to recommend us to a friend, from 0 to 10?',
    reason: 'Thank you. What is the main reason for your score?',
    good: 'What did we do well?',
    better: 'And what should we do better?',
    callBack: 'May somebody of our team call you back about it?',
  },
  es: {
    consent: 'Hola. Esta es una llamada automática. ¿Podemos grabar sus respuestas?',
    score: 'Del 0 al 10, ¿qué tan probable es que recomiende el taller a un amigo?',
    reason: 'Gracias. ¿Cuál es la razón principal de su nota?',
    good: '¿Qué hicimos bien?',
    better: '¿Y qué deberíamos mejorar?',
    callBack: '¿Puede llamarle alguien de nuestro equipo para hablar de ello?',
  },
}

export type Answers = Partial<Record<keyof (typeof questions)['en'], string>>

/** The conversation in which a customer gave these answers, in their order. */
export function heard(
  language: keyof typeof questions,
  npsScore: number | null,
  answers: Answers,
): HeardConversation {
  const names = Object.keys(answers) as (keyof Answers)[]
  const turns = names.flatMap((name) => [
    { speaker: 'agent' as const, text: questions[language][name] },
    { speaker: 'customer' as const, text: answers[name] ?? '' },
  ])
  const segments = turns.map((turn, index) => ({
    ...turn,
    ...{ startMs: index * 3000, endMs: index * 3000 + 2500 },
  }))
  return { language, npsScore, segments }
}
