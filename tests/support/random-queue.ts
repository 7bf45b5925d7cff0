import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { toDate } from '../../src/server/db/instants.ts'
import { attemptOutcomes } from '../../src/server/domain/call-status.ts'
import { scheduleConfigSchema } from '../../src/server/domain/schedule-config.schema.ts'
import { RETRY_OUTCOMES } from '../../src/server/domain/schedule-config-rules.ts'
import { WEEKDAYS } from '../../src/server/domain/time-of-day.ts'
import { leaseAfter } from '../../src/server/services/attempt-lease.ts'
import type { DispatchWorld } from './dispatch-world.ts'
import { makeFirstAttempt } from './factories.ts'
import { instantIn, scheduleIn } from './schedule-arbitraries.ts'

export const DAY = 1440
const MINUTE_MS = 60_000

const anyDelays = fc.subarray([5, 60, 300, DAY])
const anyLimits = fc.record({
  maxActiveCalls: fc.integer({ min: 1, max: 3 }),
  maxPerMinute: fc.integer({ min: 1, max: 4 }),
  minDaysBetweenCalls: fc.constantFrom(0, 0, 1, 2),
  delayAfterServiceMinutes: fc.constantFrom(0, 60, 300),
  maxAttempts: fc.integer({ min: 2, max: 5 }),
  retry: fc.record({
    no_answer: anyDelays,
    busy: anyDelays,
    voicemail: anyDelays,
    rejected: anyDelays,
    provider_error: anyDelays,
  }),
  autoPause: fc.constant({ failureRatio: 0.5, minAttempts: 2, windowMinutes: 60 }),
  paused: fc.integer({ min: 0, max: 11 }).map((number) => number === 0),
})

const anySchedule = (timeZone: string, dates: readonly string[]) =>
  fc
    .tuple(scheduleIn(timeZone, dates), anyLimits)
    .map(([config, limits]) => scheduleConfigSchema.parse({ ...config, ...limits }))

/** What a call went through before: nothing, an attempt that failed, or a person asked again. */
const anyHistory = fc.option(
  fc.record({
    outcome: fc.constantFrom(...RETRY_OUTCOMES, null),
    attemptCount: fc.integer({ min: 1, max: 3 }),
    endedAt: fc.integer({ min: -2 * DAY, max: -1 }),
  }),
  { freq: 2 },
)

const anyCall = (timeZone: string) =>
  fc.record({
    dueAt: fc.integer({ min: -600, max: 600 }),
    wishedBefore: fc.integer({ min: 0, max: 600 }),
    expiresAt: fc.oneof(fc.integer({ min: 0, max: DAY }), fc.integer({ min: DAY, max: 4 * DAY })),
    completedAt: fc.integer({ min: -600, max: -30 }),
    history: anyHistory,
    /** A manager set it outside the windows. */
    isAllowedOutsideWindows: fc.integer({ min: 0, max: 3 }).map((number) => number === 0),
    /** For a reason that may be gone by now. */
    isHeld: fc.integer({ min: 0, max: 5 }).map((number) => number === 0),
    phone: fc.integer({ min: 0, max: 9 }),
    campaign: fc.option(fc.constantFrom('one line', 'own hours', 'paused', 'later'), { freq: 1 }),
    customerTimeZone: fc.constantFrom(timeZone, 'America/Los_Angeles', 'Asia/Kolkata', null),
  })
type DrawnCall = ReturnType<typeof anyCall> extends fc.Arbitrary<infer Drawn> ? Drawn : never

/** A call that was placed a moment ago, and is on the line or over. */
const anyPlaced = fc.record({
  secondsAgo: fc.integer({ min: 0, max: 100 }),
  isOver: fc.boolean(),
  phone: fc.integer({ min: 0, max: 9 }),
  campaign: fc.option(fc.constant('one line' as const), { freq: 1 }),
})
type DrawnPlaced = typeof anyPlaced extends fc.Arbitrary<infer Drawn> ? Drawn : never

/** A queue at an instant that is mostly near a clock change, and two schedules for it. */
export const anyQueue = fc
  .constantFrom('America/New_York', 'Europe/London', 'Australia/Lord_Howe', 'Africa/Casablanca')
  .chain((timeZone) => fc.tuple(fc.constant(timeZone), instantIn(timeZone)))
  .chain(([timeZone, instantMs]) => {
    const startMs = Math.floor(instantMs / 1000) * 1000
    const dates = [1, 3].map((days) =>
      new Date(startMs + days * DAY * MINUTE_MS).toISOString().slice(0, 10),
    )
    return fc.record({
      startMs: fc.constant(startMs),
      current: anySchedule(timeZone, dates),
      candidate: anySchedule(timeZone, dates),
      calls: fc.array(anyCall(timeZone), { minLength: 6, maxLength: 12 }),
      placed: fc.array(anyPlaced, { maxLength: 3 }),
      callSec: fc.constantFrom(20, 45, 90),
      isAutoPaused: fc.integer({ min: 0, max: 7 }).map((number) => number === 0),
    })
  })
export type DrawnQueue = typeof anyQueue extends fc.Arbitrary<infer Drawn> ? Drawn : never

/** How attempts end, one after the other; `lost` leaves it unknown. */
export const anyEnds = fc.infiniteStream(
  fc.oneof(
    fc.constantFrom(...attemptOutcomes, 'lost' as const),
    fc.constantFrom('no_answer' as const, 'provider_error' as const),
  ),
)

/** A line that was opened before the queue begins; one that is not over ends when it is said to. */
export type EarlierLine = { sinceMs: number; placementKey: string; isOver: boolean }

/** Writes the queue down in a world whose clock stands at its start. */
export async function fillQueue(world: DispatchWorld, queue: DrawnQueue): Promise<EarlierLine[]> {
  const { db, organizationId } = world
  const on = (minutes: number) => new Date(queue.startMs + minutes * MINUTE_MS)
  await world.saveSchedule(queue.current)
  const reason = 'Too many failures'
  if (queue.isAutoPaused) {
    const counts = { failedCount: 2, attemptCount: 2 }
    await db.callingPause.create({
      data: { organizationId, startedAt: on(-5), reason, ...counts },
    })
  }
  await db.doNotCall.create({ data: { organizationId, phoneNumber: phoneOf(8) } })
  const campaignIds = await addCampaigns(world, on)
  for (const call of queue.calls) await addCall(world, call, { campaignIds, on })
  const lines: EarlierLine[] = []
  for (const placed of queue.placed) {
    const sinceMs = queue.startMs - placed.secondsAgo * 1000
    const placementKey = await addPlaced(world, placed, { campaignIds, sinceMs })
    lines.push({ sinceMs, placementKey, isOver: placed.isOver })
  }
  return lines
}

/** Number 8 is on the do-not-call list, and nobody knows where 9 is. */
const phoneOf = (phone: number) => (phone === 9 ? '+9990000009' : `+1469555020${phone}`)

type On = (minutes: number) => Date
type CampaignIds = Record<NonNullable<DrawnCall['campaign']>, string>

/** One that may have a line at a time, one with hours of its own, one paused, and one to come. */
async function addCampaigns({ db, organizationId }: DispatchWorld, on: On): Promise<CampaignIds> {
  const add = async (name: string, config: object | null, dates: object = {}) => {
    const { id } = await db.campaign.create({ data: { organizationId, name, ...dates } })
    const row = { organizationId, campaignId: id, version: 1, config: { ...config } }
    if (config !== null) await db.scheduleConfig.create({ data: row })
    return id
  }
  const nights = WEEKDAYS.map((weekday) => [weekday, [{ start: '07:00', end: '23:00' }]])
  return {
    'one line': await add('One line', { maxActiveCalls: 1 }),
    'own hours': await add('Own hours', { weekly: Object.fromEntries(nights) }),
    paused: await add('Paused', null, { isPaused: true }),
    later: await add('Later', null, { startsAt: on(DAY), endsAt: on(3 * DAY) }),
  }
}

async function addCall(
  world: DispatchWorld,
  drawn: DrawnCall,
  { campaignIds, on }: { campaignIds: CampaignIds; on: On },
) {
  const { history } = drawn
  const outcome = history?.outcome ?? null
  const ended = history && {
    outcome,
    attemptCount: history.attemptCount,
    startTime: on(history.endedAt - 1),
    endTime: on(history.endedAt),
  }
  const call = await world.makeDueCall({
    ...ended,
    status: outcome === null ? 'ready' : outcome === 'provider_error' ? 'failed' : 'missed',
    // An attempt uses the leave up, so a retry has none.
    isAllowedOutsideWindows: outcome === null && drawn.isAllowedOutsideWindows,
    campaignId: drawn.campaign && campaignIds[drawn.campaign],
    heldReason: drawn.isHeld ? 'Held by the rules of another day' : null,
    dueAt: on(drawn.dueAt),
    notBefore: on(drawn.dueAt - drawn.wishedBefore),
    expiresAt: on(drawn.expiresAt),
    record: {
      customerPhone: phoneOf(drawn.phone),
      customerTimeZone: drawn.customerTimeZone,
      completedAt: on(drawn.completedAt),
    },
  })
  if (ended) await makeFirstAttempt(world.db, call, ended.startTime)
  return call
}

/** Answers the placement key of its one attempt. */
async function addPlaced(
  world: DispatchWorld,
  placed: DrawnPlaced,
  { campaignIds, sinceMs }: { campaignIds: CampaignIds; sinceMs: number },
): Promise<string> {
  const { db } = world
  const startTime = new Date(sinceMs)
  const call = await world.makeDueCall({
    status: placed.isOver ? 'completed' : 'in_progress',
    attemptCount: 1,
    startTime,
    outcome: placed.isOver ? 'answered' : null,
    dueAt: null,
    campaignId: placed.campaign && campaignIds[placed.campaign],
    record: { customerPhone: phoneOf(placed.phone) },
  })
  const { id, placementKey } = await makeFirstAttempt(db, call, startTime)
  const leaseExpiresAt = leaseAfter(Temporal.Instant.fromEpochMilliseconds(sinceMs))
  await db.callAttempt.update({
    where: { id },
    data: { status: call.status, leaseExpiresAt: toDate(leaseExpiresAt) },
  })
  return placementKey
}
