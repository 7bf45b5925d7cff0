import type { WishCheck } from '../../../server/domain/call-answers.schema.ts'
import { whoMay } from '../../../server/domain/rights.ts'
import { ofServer, t } from '../../i18n/t.ts'
import { withReadersClock } from '../../lib/format-time.ts'
import { gateTitle } from '../../lib/gate-words.ts'
import { type ReadingPlace, whenWords } from './call-times.ts'

type Asked = ReadingPlace & {
  wishedAt: string
  /** Somebody who may has chosen to call all the same. */
  isOverridden: boolean
  mayOverride: boolean
}

export type WishWords = {
  kind: 'good' | 'moved' | 'refused'
  title: string
  reasons: string[]
}

/** What a wish comes to, for who is about to send it. */
export function wishWords(check: WishCheck, asked: Asked): WishWords {
  const { isWithinWindows, isWalled, isRefused, movesTo } = check
  const reasons = check.closed
    .filter(({ name }) => !(asked.isOverridden && isOfSchedule(name)))
    .map((gate) => gateWords(gate, asked))
  if (isRefused) return { kind: 'refused', title: t('This customer may not be called'), reasons }
  if (check.customerZones.length === 0) {
    return { kind: 'refused', title: t('The call would be held'), reasons }
  }
  if (movesTo === null) {
    return { kind: 'refused', title: t('The schedule never opens for this customer'), reasons }
  }
  const isMoved = Date.parse(movesTo) !== Date.parse(asked.wishedAt)
  if (asked.isOverridden && !isWalled) {
    return { kind: 'moved', title: t('Will be called outside the windows'), reasons }
  }
  if (isMoved) {
    const hint = isWithinWindows || isWalled || asked.mayOverride ? [] : [override]
    const title = t('Would be called {when} instead', { when: whenWords(movesTo, asked) })
    return { kind: 'moved', title, reasons: [...reasons, ...hint] }
  }
  return reasons.length === 0
    ? { kind: 'good', title: t('Within the calling hours'), reasons }
    : { kind: 'moved', title: t('Within the calling hours, but it may wait'), reasons }
}

const override = t('Calling outside the windows all the same: {who}', {
  who: ofServer(whoMay('calls.override')).toLowerCase(),
})

const isOfSchedule = (name: string) => name === 'calling_window' || name === 'blocked_date'

/** A gate speaks on the schedule's clock; what lies ahead is told by its instant, on the reader's. */
function gateWords({ name, reason, until }: WishCheck['closed'][number], asked: Asked): string {
  if (name === 'calling_window') return t('It is outside the calling hours.')
  const [seen = ''] = reason.split(';')
  const words = withReadersClock(seen, asked.locale)
  if (name === 'quiet_hours') {
    return t('{words}: in the customer’s quiet hours nobody is called, not even by a manager.', {
      words,
    })
  }
  if (name === 'blocked_date' || name === 'do_not_call' || name === 'customer_time_zone') {
    return `${words}.`
  }
  const gate = gateTitle(name)
  return until === null
    ? t('{gate}: it would wait.', { gate })
    : t('{gate}: it would wait, until {when}.', { gate, when: whenWords(until, asked) })
}
