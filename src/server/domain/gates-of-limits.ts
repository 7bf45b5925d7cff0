import { Temporal } from 'temporal-polyfill'
import { closed, type Gate, notAskedOfDemo, passed, type Question, speakerFor } from './gate.ts'

export function judgePaused({ facts }: Question): Gate {
  return facts.calendar.config.paused
    ? closed('paused', 'Calling is paused')
    : passed('paused', 'Calling is on')
}

export function judgeAutoPaused({ facts, now }: Question): Gate {
  const name = 'auto_paused'
  if (!facts.autoPausedAt) return passed(name, 'Calls get through to the telephone network')
  const since = speakerFor({ facts, now })(facts.autoPausedAt)
  return closed(name, `Paused by itself ${since}, after too many technical failures`)
}

export function judgeDoNotCall({ facts }: Question): Gate {
  return facts.isOnDoNotCall
    ? closed('do_not_call', 'The number is on the do-not-call list')
    : passed('do_not_call', 'The number is not on the do-not-call list')
}

export function judgeRecentCall({ call, facts, now }: Question): Gate {
  const name = 'recent_call'
  if (call.isDemo) return notAskedOfDemo(name)
  const { minDaysBetweenCalls } = facts.calendar.config
  const say = speakerFor({ facts, now })
  const last = facts.lastPlacedToNumberAt
  const free = last?.add({ hours: 24 * minDaysBetweenCalls })
  if (last && free && Temporal.Instant.compare(free, now) > 0) {
    return closed(name, `The number was called ${say(last)}; again from ${say(free)}`, free)
  }
  if (facts.isNumberOnLine) return closed(name, 'Another call to this number is on the line')
  if (!last) return passed(name, 'No other call was placed to this number')
  return passed(name, `The number was last called ${say(last)}`)
}

export function judgeActiveCalls({ call, facts }: Question): Gate {
  const name = 'active_calls'
  const { maxActiveCalls } = facts.calendar.config
  const reason = `${facts.activeCalls} of ${maxActiveCalls} calls at a time are active`
  if (facts.activeCalls >= maxActiveCalls) return closed(name, reason)
  return isCampaignFull({ call, facts })
    ? closed(name, `${call.campaign?.name}: all calls that it may have at a time are active`)
    : passed(name, reason)
}

/** Whether the campaign's own limit is reached, which holds nobody else's calls. */
export function isCampaignFull({ call, facts }: Pick<Question, 'call' | 'facts'>): boolean {
  const limit = call.campaign?.maxActiveCalls ?? null
  return limit !== null && (facts.campaignActiveCalls ?? 0) >= limit
}

export function judgeCallsPerMinute({ facts, now }: Question): Gate {
  const { maxPerMinute } = facts.calendar.config
  const reason = `${facts.placedLastMinute} of ${maxPerMinute} calls placed in the last minute`
  if (facts.placedLastMinute < maxPerMinute) return passed('calls_per_minute', reason)
  return closed('calls_per_minute', reason, facts.minuteFreesAt ?? now.add({ seconds: 60 }))
}
