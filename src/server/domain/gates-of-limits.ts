import { Temporal } from 'temporal-polyfill'
import { closed, type Gate, notAskedOfDemo, passed, type Question } from './gate.ts'
import { describeInstant } from './local-time.ts'

export function judgePaused({ facts, now }: Question): Gate {
  const { paused, timeZone } = facts.calendar.config
  if (paused) return closed('paused', 'Calling is paused')
  if (facts.autoPausedAt) {
    const since = describeInstant(facts.autoPausedAt, timeZone, now)
    return closed('paused', `Paused by itself ${since}, after too many technical failures`)
  }
  return passed('paused', 'Calling is on')
}

export function judgeDoNotCall({ facts }: Question): Gate {
  return facts.isOnDoNotCall
    ? closed('do_not_call', 'The number is on the do-not-call list')
    : passed('do_not_call', 'The number is not on the do-not-call list')
}

export function judgeRecentCall({ call, facts, now }: Question): Gate {
  const name = 'recent_call'
  if (call.isDemo) return notAskedOfDemo(name)
  const { minDaysBetweenCalls, timeZone } = facts.calendar.config
  const last = facts.lastPlacedToNumberAt
  if (!last) return passed(name, 'No other call was placed to this number')
  const when = describeInstant(last, timeZone, now)
  const free = last.add({ hours: 24 * minDaysBetweenCalls })
  if (Temporal.Instant.compare(free, now) <= 0) {
    return passed(name, `The number was last called ${when}`)
  }
  const again = describeInstant(free, timeZone, now)
  return closed(name, `The number was called ${when}; again from ${again}`, free)
}

export function judgeActiveCalls({ facts }: Question): Gate {
  const { maxActiveCalls } = facts.calendar.config
  const reason = `${facts.activeCalls} of ${maxActiveCalls} calls at a time are active`
  return facts.activeCalls < maxActiveCalls
    ? passed('active_calls', reason)
    : closed('active_calls', reason)
}

export function judgeCallsPerMinute({ facts, now }: Question): Gate {
  const { maxPerMinute } = facts.calendar.config
  const reason = `${facts.placedLastMinute} of ${maxPerMinute} calls placed in the last minute`
  if (facts.placedLastMinute < maxPerMinute) return passed('calls_per_minute', reason)
  return closed('calls_per_minute', reason, facts.minuteFreesAt ?? now.add({ seconds: 60 }))
}
