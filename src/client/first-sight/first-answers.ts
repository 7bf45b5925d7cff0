import type { Question } from './first-questions.ts'

/**
 * What `first-script.ts` has asked for while the rest of the page was still on its way. The page
 * takes the answers from here instead of asking once more; where there is none, it asks.
 */
export type AskedAhead = {
  questions: readonly Question[]
  answers: Promise<readonly { result?: { data: unknown } }[]>
  /** When the answers came, by the device's clock; null as long as they have not. */
  cameAtMs: () => number | null
}

declare global {
  var ringbackAskedAhead: AskedAhead | undefined
}

let asked = globalThis.ringbackAskedAhead
const answers = new Map<string, Promise<unknown>>()
const taken = new Set<string>()
if (asked !== undefined) keep(asked)

function keep({ questions, answers: coming }: AskedAhead): void {
  questions.forEach((question, at) => {
    const answer = coming.then((all) => {
      const result = all[at]?.result
      if (result === undefined) throw new Error('This was not answered.')
      taken.add(question.path)
      return result.data
    })
    // Nobody may come to ask for it.
    answer.catch(() => undefined)
    answers.set(keyOf(question), answer)
  })
}

/** When the first answer came, which the page may take well after; null where there was none. */
export const whenAnsweredMs = (path: string): number | null =>
  taken.has(path) ? (asked?.cameAtMs() ?? null) : null

/** In whatever order its fields stand; a list is always read forward. */
function keyOf({ path, input }: Question): string {
  const { direction, ...rest } = Object(input ?? {})
  const fields = Object.entries(rest).filter(([, value]) => value !== undefined)
  return JSON.stringify([path, fields.sort(([a], [b]) => (a < b ? -1 : 1))])
}

/** What was not taken is of no use later: by then it may be old, or another's. */
export function forgetFirstAnswers(): void {
  answers.clear()
  asked = undefined
  globalThis.ringbackAskedAhead = undefined
}

/** The answer to a question, if it was asked ahead and not taken yet; it rejects where it failed. */
export function takeFirstAnswer(question: Question): Promise<unknown> | null {
  const key = keyOf(question)
  const answer = answers.get(key) ?? null
  answers.delete(key)
  return answer
}
