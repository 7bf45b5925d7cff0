import { Temporal } from 'temporal-polyfill'
import { type Closure, firstInstant, HORIZON_DAYS, nextOpening } from './calling-window.ts'
import { closed, type Gate, notAskedOfDemo, passed, type Question, speakerFor } from './gate.ts'
import { describeDay, localDayAt, localTimeAt, placeName } from './local-time.ts'
import { mayGoOutsideWindows } from './outside-windows.ts'
import { MS_PER_DAY } from './zone-clock.ts'

const OUTSIDE_ALLOWED = 'A manager allowed this call outside the windows'

export function judgeCustomerTimeZone({ call, facts }: Question): Gate {
  const name = 'customer_time_zone'
  if (call.isDemo) return notAskedOfDemo(name)
  const [first, ...others] = facts.customerZones
  if (first === undefined) return closed(name, 'No time zone is known; held until one is set')
  if (others.length === 0)
    return passed(name, `The customer is in the time zone of ${placeName(first)}`)
  return passed(name, `The customer may be in ${others.length + 1} time zones; all must allow it`)
}

export function judgeCallingWindow({ call, facts, now }: Question): Gate {
  const name = 'calling_window'
  if (call.isDemo) return notAskedOfDemo(name)
  const { calendar } = facts
  const say = speakerFor({ facts, now })
  const window = calendar.windows.at(now.epochMilliseconds)
  if (window) {
    if (window[1] - now.epochMilliseconds > 7 * MS_PER_DAY) return passed(name, 'Always open')
    const end = Temporal.Instant.fromEpochMilliseconds(window[1])
    return passed(name, `Open until ${say(end)}`)
  }
  if (mayGoOutsideWindows(call, now)) return passed(name, OUTSIDE_ALLOWED)
  const opening = nextOpening(calendar, now)
  if (!opening) return closed(name, `No window opens in the next ${HORIZON_DAYS} days`)
  return closed(name, `Closed until ${say(opening)}`, opening)
}

export function judgeBlockedDate({ call, facts, now }: Question): Gate {
  const name = 'blocked_date'
  if (call.isDemo) return notAskedOfDemo(name)
  const { calendar } = facts
  const nowMs = now.epochMilliseconds
  const today = localDayAt(calendar.config.timeZone, nowMs)
  const closure = calendar.closureOn(today)
  const isCutOff = calendar.windows.at(nowMs) !== null && calendar.openings.at(nowMs) === null
  if (!closure && !isCutOff) return passed(name, `${describeDay(today, today)} is not blocked`)
  if (mayGoOutsideWindows(call, now)) return passed(name, OUTSIDE_ALLOWED)
  if (closure) {
    const reason = `${describeDay(today, today)} is ${describeClosure(closure)}`
    return closed(name, reason, nextOpening(calendar, now))
  }
  const yesterday = today - 1
  const cause = calendar.closureOn(yesterday)
  const began = `The window began on ${describeDay(yesterday, today)}`
  const reason = cause ? `${began}, ${describeClosure(cause)}` : began
  return closed(name, reason, nextOpening(calendar, now))
}

const describeClosure = (closure: Closure) =>
  closure.kind === 'holiday' ? `a holiday: ${closure.name}` : 'a blocked date'

export function judgeQuietHours({ call, facts, now }: Question): Gate {
  const name = 'quiet_hours'
  if (call.isDemo) return notAskedOfDemo(name)
  const { calendar, customerZones } = facts
  const { quietHours } = calendar.config
  if (customerZones.length === 0) return closed(name, 'Cannot be checked without a time zone')
  const nowMs = now.epochMilliseconds
  const quietZone = customerZones.find((zone) => calendar.awake([zone]).at(nowMs) === null)
  if (quietZone === undefined) {
    return passed(name, `Outside the customer's quiet hours ${quietHours.start}–${quietHours.end}`)
  }
  const isOrMayBe = customerZones.length > 1 ? 'may be' : 'is'
  const isOrWillBe =
    facts.readAt && Temporal.Instant.compare(facts.readAt, now) < 0 ? 'will be' : 'is'
  const time = facts.isReadLater ? 'quiet' : localTimeAt(quietZone, nowMs)
  const place = `It ${isOrWillBe} ${time} in ${placeName(quietZone)}, where the customer ${isOrMayBe}`
  const end = firstInstant(calendar.awake(customerZones), now, HORIZON_DAYS)
  if (!end) return closed(name, `${place}; it is always quiet in one of the zones`)
  return closed(name, `${place}; quiet until ${speakerFor({ facts, now })(end)}`, end)
}
