import { Temporal } from 'temporal-polyfill'
import { type CallStatus, isWaiting } from './call-status.ts'
import {
  closed,
  type Gate,
  notAskedOfDemo,
  passed,
  type Question,
  ringsNobody,
  speakerFor,
} from './gate.ts'
import { describeMinutes } from './local-time.ts'
import { hasNoRetry } from './retry-delay.ts'

const isReached = (at: Temporal.Instant, now: Temporal.Instant) =>
  Temporal.Instant.compare(at, now) <= 0

type UnplaceableStatus = Exclude<CallStatus, 'ready' | 'missed' | 'failed'>

const STATUS_REASONS: Record<UnplaceableStatus, string> = {
  placing: 'The call is being placed',
  ringing: 'The phone is ringing',
  in_progress: 'The customer is on the line',
  completed: 'The call is completed',
  canceled: 'The call was canceled',
  unknown: 'It is unknown how the last attempt ended; a person has to decide',
}

export function judgeCallStatus({ call, facts }: Question): Gate {
  const { status, dueAt } = call
  if (isWaiting(status) && ringsNobody(call) && facts.hasSimulator === false) {
    return closed('call_status', 'Demo calls run on the simulator only')
  }
  if (status === 'ready') return passed('call_status', 'Ready to be called')
  if (status === 'missed' || status === 'failed') {
    if (dueAt) return passed('call_status', `The last attempt was ${status}; another is planned`)
    return closed('call_status', `The last attempt was ${status} and no other is planned`)
  }
  return closed('call_status', STATUS_REASONS[status])
}

export function judgeAttemptsLeft({ call, facts }: Question): Gate {
  const { maxAttempts } = facts.calendar.config
  if (hasNoRetry(call, facts.calendar.config)) {
    const how = call.outcome?.replace('_', ' ')
    return closed('attempts_left', `The schedule makes no other try after ${how}`)
  }
  if (call.attemptCount < maxAttempts) {
    return passed('attempts_left', `Attempt ${call.attemptCount + 1} of ${maxAttempts}`)
  }
  if (call.isAskedFor)
    return passed(
      'attempts_left',
      'One more attempt was asked for, or a pause stopped the last one',
    )
  const used = maxAttempts === 1 ? 'The only attempt is' : `All ${maxAttempts} attempts are`
  return closed('attempts_left', `${used} used`)
}

export function judgeDue(question: Question): Gate {
  const { call, now } = question
  if (call.isDemo) return notAskedOfDemo('due')
  if (!call.dueAt) return closed('due', 'No time is set for the next try')
  const when = speakerFor(question)(call.dueAt)
  return isReached(call.dueAt, now)
    ? passed('due', `Due since ${when}`)
    : closed('due', `Due ${when}`, call.dueAt)
}

export function judgeDelayAfterService(question: Question): Gate {
  const { call, facts, now } = question
  const name = 'delay_after_service'
  if (call.isDemo) return notAskedOfDemo(name)
  const { delayAfterServiceMinutes } = facts.calendar.config
  if (delayAfterServiceMinutes === 0) return passed(name, 'No delay after service is set')
  if (!call.serviceCompletedAt)
    return passed(name, 'No service whose end would have to be waited for')
  const over = call.serviceCompletedAt.add({ minutes: delayAfterServiceMinutes })
  const delay = describeMinutes(delayAfterServiceMinutes)
  return isReached(over, now)
    ? passed(name, `The ${delay} after the service are over`)
    : closed(name, `${delay} after the service end ${speakerFor(question)(over)}`, over)
}

export function judgeExpiry(question: Question): Gate {
  const { call, now } = question
  if (!call.expiresAt) return passed('expired', 'Does not expire')
  const when = speakerFor(question)(call.expiresAt)
  return isReached(call.expiresAt, now)
    ? closed('expired', `Expired ${when}`)
    : passed('expired', `Expires ${when}`)
}

export function judgeCampaign(question: Question): Gate {
  const { campaign } = question.call
  const { now } = question
  const name = 'campaign'
  if (!campaign) return passed(name, 'Not part of a campaign')
  const say = speakerFor(question)
  if (campaign.endsAt && isReached(campaign.endsAt, now)) {
    return closed(name, `${campaign.name} ended ${say(campaign.endsAt)}`)
  }
  if (campaign.isPaused) return closed(name, `${campaign.name} is paused`)
  if (campaign.startsAt && !isReached(campaign.startsAt, now)) {
    return closed(name, `${campaign.name} starts ${say(campaign.startsAt)}`, campaign.startsAt)
  }
  return passed(name, `${campaign.name} is running`)
}
