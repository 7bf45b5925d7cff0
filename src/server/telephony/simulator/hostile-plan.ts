import { randomStream } from './random-stream.ts'

/** What a provider does to a request, apart from answering it. */
export type HostileAnswer =
  | 'accepts'
  | 'answers_late'
  /** Too many requests: a firm no, nothing rings. */
  | 'refuses_429'
  /** An error of its own, and nobody can tell whether the line was opened: here it was not. */
  | 'fails_500'
  | 'accepts_and_fails_500'
  | 'accepts_and_hangs_up'

/** What it does to one piece of news. */
export type HostileNews = {
  isLost: boolean
  /** After how long each copy is sent; several where it repeats itself. */
  copiesAfterMs: number[]
  /** Told after an end: another end, or another line. */
  contradiction: 'none' | 'other_end' | 'other_line'
}

const answers: readonly (readonly [HostileAnswer, number])[] = [
  ['accepts', 0.35],
  ['accepts_and_hangs_up', 0.25],
  ['answers_late', 0.1],
  ['accepts_and_fails_500', 0.12],
  ['refuses_429', 0.1],
  ['fails_500', 0.08],
]

const longestDelayMs = 9000

/** A misbehaviour that repeats itself: the same seed and key give the same one. */
export function planHostility(seed: string, placementKey: string) {
  const random = randomStream(`${seed}/hostile/${placementKey}`)
  const answer = pick(random())
  return {
    answer,
    answerAfterMs: answer === 'answers_late' ? 2000 + Math.round(random() * 12_000) : 0,
    news(): HostileNews {
      const isLost = random() < 0.25
      const copies = 1 + Math.floor(random() * 3)
      const copiesAfterMs = Array.from({ length: copies }, () =>
        random() < 0.4 ? 0 : Math.round(random() * longestDelayMs),
      )
      const word = random()
      const contradiction = word < 0.2 ? 'other_end' : word < 0.35 ? 'other_line' : 'none'
      return { isLost, copiesAfterMs, contradiction }
    },
    isLookUpAnswered: () => random() >= 0.3,
  }
}

function pick(drawn: number): HostileAnswer {
  let upTo = 0
  for (const [answer, share] of answers) {
    upTo += share
    if (drawn < upTo) return answer
  }
  return 'accepts'
}
