import { Temporal } from 'temporal-polyfill'
import type { Clock } from '../../clock.ts'
import type { LookUp, PlacementRequest, Provider, ProviderEvent } from '../port.ts'
import { conversationById, isHeld, planCall } from './call-plan.ts'
import { feedbackOf } from './conversation-feedback.ts'
import { decodePlannedCall, encodePlannedCall, type PlannedCall } from './plan-code.ts'

export type SimulatorOptions = {
  clock: Clock
  /** The same seed and placement keys give the same day. */
  seed: string
  /** How many times faster than life a call runs; 1 by default. */
  speed?: number
}

type News =
  | { type: 'ringing' }
  | { type: 'answered' }
  | Pick<Extract<ProviderEvent, { type: 'ended' }>, 'type' | 'outcome' | 'talkSec' | 'feedback'>
type Moment = { atMs: number; news: News }
type OpenCall = { call: PlannedCall; providerCallId: string; cancelTimers: (() => void)[] }

/** Only for answering a repeated request; calls themselves live in their ids. */
const rememberedRequests = 10_000
/** Waits between the tries to hand over news that the receiver could not take. */
const redeliveryMs = [1000, 2000, 4000, 8000]

/** A provider that rings nobody: calls run by the clock, in believable proportions. */
export function createSimulator({ clock, seed, speed = 1 }: SimulatorOptions): Provider {
  const open = new Map<string, OpenCall>()
  const idByPlacementKey = new Map<string, string>()
  let receive: (event: ProviderEvent) => Promise<void> = async () => undefined
  let isClosed = false

  const nowMs = () => clock.now().epochMilliseconds
  const toEvent = (
    { call, providerCallId }: Pick<OpenCall, 'call' | 'providerCallId'>,
    { atMs, news }: Moment,
    source: ProviderEvent['source'],
  ): ProviderEvent => ({
    placementKey: call.placementKey,
    providerCallId,
    at: Temporal.Instant.fromEpochMilliseconds(Math.round(atMs)),
    source,
    ...news,
  })

  async function deliver(event: ProviderEvent, failures = 0): Promise<void> {
    try {
      await receive(event)
    } catch {
      const waitMs = redeliveryMs[failures]
      if (waitMs === undefined || isClosed) return
      await new Promise<void>((resolve) => clock.after(waitMs, resolve))
      await deliver(event, failures + 1)
    }
  }

  /** What came after `toldUntilMs` is told in its time, or at once where that has passed meanwhile. */
  function run(call: PlannedCall, providerCallId: string, toldUntilMs: number): void {
    if (isClosed || open.has(providerCallId)) return
    const running: OpenCall = { call, providerCallId, cancelTimers: [] }
    open.set(providerCallId, running)
    // One after the other, so that a slow receiver still hears them in their order.
    let delivered = Promise.resolve()
    for (const moment of momentsOf(call, speed)) {
      if (moment.atMs <= toldUntilMs) continue
      const cancel = clock.after(Math.max(0, moment.atMs - nowMs()), () => {
        if (moment.news.type === 'ended') open.delete(providerCallId)
        delivered = delivered.then(() => deliver(toEvent(running, moment, 'callback')))
      })
      running.cancelTimers.push(cancel)
    }
  }

  return {
    name: 'simulator',
    isSimulated: true,
    onEvent(receiver) {
      receive = receiver
    },
    async place(request: PlacementRequest) {
      const { placementKey } = request
      const known = idByPlacementKey.get(placementKey)
      if (known !== undefined) return { providerCallId: known }
      const call = { placementKey, acceptedAtMs: nowMs(), plan: planCall({ ...request, seed }) }
      const providerCallId = encodePlannedCall(call)
      idByPlacementKey.set(placementKey, providerCallId)
      forgetOldest(idByPlacementKey, rememberedRequests)
      run(call, providerCallId, Number.NEGATIVE_INFINITY)
      return { providerCallId }
    },
    async lookUp({ placementKey, providerCallId: givenId }): Promise<LookUp> {
      const providerCallId = givenId ?? idByPlacementKey.get(placementKey)
      const call = providerCallId === undefined ? null : decodePlannedCall(providerCallId)
      if (providerCallId === undefined || call === null) return { found: false }
      const untilMs = nowMs()
      const past = momentsOf(call, speed).filter(({ atMs }) => atMs <= untilMs)
      const latest = past.at(-1)
      if (latest?.news.type !== 'ended') run(call, providerCallId, untilMs)
      return {
        found: true,
        providerCallId,
        latest: latest ? toEvent({ call, providerCallId }, latest, 'look_up') : null,
      }
    },
    async hangUp(providerCallId) {
      const running = open.get(providerCallId)
      if (running === undefined) return
      open.delete(providerCallId)
      for (const cancel of running.cancelTimers) cancel()
      await deliver(toEvent(running, hangUpAt(running.call, nowMs(), speed), 'callback'))
    },
    async close() {
      isClosed = true
      for (const { cancelTimers } of open.values()) for (const cancel of cancelTimers) cancel()
      open.clear()
    },
  }
}

function momentsOf({ acceptedAtMs, plan }: PlannedCall, speed: number): Moment[] {
  const at = (afterMs: number) => acceptedAtMs + afterMs / (isHeld(plan) ? 1 : speed)
  const conversation = conversationById(plan.conversationId)
  const moments: Moment[] = []
  if (plan.ringAfterMs !== null) {
    moments.push({ atMs: at(plan.ringAfterMs), news: { type: 'ringing' } })
  }
  if (plan.answerAfterMs !== null) {
    moments.push({ atMs: at(plan.answerAfterMs), news: { type: 'answered' } })
  }
  moments.push({
    atMs: at(plan.endAfterMs),
    news: {
      type: 'ended',
      outcome: plan.outcome,
      // Of the call as it was lived, not of the time-lapse.
      talkSec: conversation ? Math.round(conversation.durationMs / 1000) : null,
      feedback: conversation ? feedbackOf(conversation) : null,
    },
  })
  return moments
}

function hangUpAt({ acceptedAtMs, plan }: PlannedCall, atMs: number, speed: number): Moment {
  const { answerAfterMs } = plan
  const talkMs = answerAfterMs === null ? -1 : (atMs - acceptedAtMs) * speed - answerAfterMs
  const hasTalked = talkMs >= 0
  return {
    atMs,
    news: {
      type: 'ended',
      outcome: hasTalked ? 'answered' : 'no_answer',
      talkSec: hasTalked ? Math.round(talkMs / 1000) : null,
      feedback: null,
    },
  }
}

function forgetOldest(map: Map<string, string>, keep: number): void {
  const [oldest] = map.keys()
  if (map.size > keep && oldest !== undefined) map.delete(oldest)
}
