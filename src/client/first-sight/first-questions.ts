import { callTabs } from '../../server/domain/call-status.ts'
import type { Right } from '../../server/domain/rights.ts'
import { PAGE_SIZE } from '../features/calls/page-size.ts'

/** A procedure's path and its input, as the page's own question has them. */
export type Question = { path: string; input: unknown }
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

/** What the frame of every page says above and beside the rest, and who may ask for it. */
export const questionsOfFrame = [
  { path: 'scheduleConfig.pauseState', right: 'schedule.read' },
  { path: 'scheduleConfig.get', right: 'schedule.read' },
  { path: 'cases.summary', right: 'visits.read' },
] as const satisfies readonly { path: string; right: Right }[]

/**
 * What the first sight of an address needs: who is signed in, their organization, its frame, its list's
 * head. What came later would push aside what one looks at. Who may not ask is told so, unheard.
 */
export function firstQuestions(address: Address): Question[] {
  const questions: Question[] = [{ path: 'account.status', input: undefined }]
  // Who comes to a door is mostly nobody yet.
  if (/^\/(sign-in|set-up|join)/.test(address.pathname)) return questions
  for (const path of ['organization.current', ...questionsOfFrame.map(({ path }) => path)]) {
    questions.push({ path, input: undefined })
  }
  const list = firstList(address)
  if (list !== null) questions.push({ path: 'calls.list', input: list })
  return questions
}
