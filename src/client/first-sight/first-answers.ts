import { callTabs } from '../server/domain/call-status.ts'
import { PAGE_SIZE } from './features/calls/page-size.ts'

/**
 * What the first sight of the page needs is asked for before the rest of its script has run: who is
 * signed in, their organization, and the head of the list. Import this before anything else. The
 * page takes the answers from here instead of asking once more; where there is none, it asks.
 */
type Question = { path: string; input: unknown }
type Address = Pick<Location, 'pathname' | 'search'>

/** The list to begin with; null where its address holds what has to be read with more care. */
export function firstList({ pathname, search }: Address) {
  const parts = new URLSearchParams(search)
  const isPlain = [...parts.keys()].every((key) => key === 'tab' || key === 'call')
  const named = parts.get('tab') ?? 'ready'
  const tab = callTabs.find((known) => known === named)
  if (pathname !== '/' || !isPlain || tab === undefined) return null
  return { tab, filter: {}, limit: PAGE_SIZE }
}

function questionsOf(address: Address): Question[] {
  const questions: Question[] = [{ path: 'account.status', input: undefined }]
  // Who comes to a door is mostly nobody yet.
  if (/^\/(sign-in|set-up|join)/.test(address.pathname)) return questions
  questions.push({ path: 'organization.current', input: undefined })
  const list = firstList(address)
  if (list !== null) questions.push({ path: 'calls.list', input: list })
  return questions
}

type Answer = { result?: { data: unknown } }

// When the answers came, by the device's clock, under the path of each.
const answeredAtMs = new Map<string, number>()

/** When the first answer came, which the page may take well after; null where there was none. */
export const whenAnsweredMs = (path: string): number | null => answeredAtMs.get(path) ?? null

/** The answers by their questions, each of which may be taken once. */
function ask(questions: readonly Question[]): Map<string, Promise<unknown>> {
  let cameAtMs = 0
  const inputs = Object.entries(questions).flatMap(([at, { input }]) =>
    input === undefined ? [] : [[at, input]],
  )
  const paths = questions.map(({ path }) => path).join(',')
  const input = encodeURIComponent(JSON.stringify(Object.fromEntries(inputs)))
  const answers = fetch(`/trpc/${paths}?batch=1&input=${input}`).then(
    (response): Promise<Answer[]> => {
      cameAtMs = Date.now()
      return response.json()
    },
  )
  return new Map(
    questions.map((question, at) => {
      const answer = answers.then((all) => {
        const result = all[at]?.result
        if (result === undefined) throw new Error('This was not answered.')
        answeredAtMs.set(question.path, cameAtMs)
        return result.data
      })
      // Nobody may come to ask for it.
      answer.catch(() => undefined)
      return [keyOf(question), answer]
    }),
  )
}

/** In whatever order its fields stand; a list is always read forward. */
function keyOf({ path, input }: Question): string {
  const { direction, ...rest } = Object(input ?? {})
  const fields = Object.entries(rest).filter(([, value]) => value !== undefined)
  return JSON.stringify([path, fields.sort(([a], [b]) => (a < b ? -1 : 1))])
}

const answers: Map<string, Promise<unknown>> = typeof document === 'undefined'
  ? new Map()
  : ask(questionsOf(document.location))

/** What was not taken is of no use later: by then it may be old, or another's. */
export const forgetFirstAnswers = (): void => answers.clear()

/** The answer to a question, if it was asked ahead and not taken yet; it rejects where it failed. */
export function takeFirstAnswer(question: Question): Promise<unknown> | null {
  const key = keyOf(question)
  const answer = answers.get(key) ?? null
  answers.delete(key)
  return answer
}
