import { Temporal } from 'temporal-polyfill'
import type { Db } from '../db/client.ts'
import { inOrganization } from '../db/in-organization.ts'
import { toIso } from '../db/instants.ts'
import type { Deps } from '../deps.ts'
import type { Fate } from '../domain/fate.ts'
import type { Moment } from '../domain/gate.ts'
import { Largest } from '../domain/largest.ts'
import { runPlacements } from '../domain/placement-run.ts'
import type { ScheduleConfig } from '../domain/schedule-config.schema.ts'
import {
  ASSUMED_CALL_SEC,
  type PreviewMessage,
  type PreviewResult,
  type ScheduleForecast,
  type WireFate,
} from '../domain/schedule-preview.schema.ts'
import {
  asItStands,
  type PreviewedCall,
  previewSchedule as runPreview,
  type SchedulePreview,
} from '../domain/schedule-preview.ts'
import { calendarsUnder, loadScheduleConfigs, scheduleOf } from './load-schedule-config.ts'
import { readCallingQueue } from './read-calling-queue.ts'
import { withProgress } from './with-progress.ts'

type PreviewDeps = Pick<Deps, 'db' | 'clock' | 'zonesOfPhone'>

/** How much of the whole is the reading of the queue, by and large. */
const readingShare = 0.5
const longestMovedList = 50
const longestForecastList = 100

/** Shows what `config` would do to the queue as it stands now; ends early once `signal` is aborted. */
export async function* previewSchedule(
  deps: PreviewDeps,
  input: {
    organizationId: string
    config: ScheduleConfig
    callSec: number
    signal: AbortSignal
  },
): AsyncGenerator<PreviewMessage> {
  const { organizationId, config, callSec, signal } = input
  const now = deps.clock.now()
  yield { type: 'progress', share: 0 }
  const reading = withProgress<number, Awaited<ReturnType<typeof readQueue>>>((onRead) =>
    readQueue(deps, { organizationId, now, signal, onRead }),
  )
  let read = await reading.next()
  for (; !read.done; read = await reading.next()) {
    if (signal.aborted) return
    yield { type: 'progress', share: read.value * readingShare }
  }
  const { schedules, queue } = read.value
  const run = runPreview({
    ...queue,
    callSec,
    current: (campaignId) => scheduleOf(schedules, campaignId).calendar,
    candidate: calendarsUnder(schedules, config),
  })
  let toldShare = readingShare
  for (;;) {
    if (signal.aborted) return
    const step = run.next()
    if (step.done) {
      const result = await toResult(deps.db, organizationId, step.value)
      return yield { type: 'result', result }
    }
    const share = readingShare + step.value * (1 - readingShare)
    if (share - toldShare >= 0.02) {
      toldShare = share
      yield { type: 'progress', share: toldShare }
    }
    await breathe()
  }
}

/** Which waiting calls will expire before their turn comes, as the schedule is now. */
export async function forecastSchedule(
  deps: PreviewDeps,
  organizationId: string,
): Promise<ScheduleForecast> {
  const { schedules, queue } = await readQueue(deps, { organizationId, now: deps.clock.now() })
  const { calls, nowMs } = queue
  const run = runPlacements({
    ...queue,
    callSec: ASSUMED_CALL_SEC,
    planOf: (call) => asItStands(call, scheduleOf(schedules, call.campaignId).calendar, nowMs),
  })
  let step = run.next()
  while (!step.done) {
    await breathe()
    step = run.next()
  }
  const fates = step.value
  const late = calls
    .filter((_, at) => fates[at]?.kind === 'expires')
    .sort((a, b) => expiryMs(a) - expiryMs(b))
  const named = late.slice(0, longestForecastList)
  const names = await readNames(
    deps.db,
    organizationId,
    named.map(({ id }) => id),
  )
  return {
    waiting: calls.length,
    heldCount: fates.filter(({ kind }) => kind === 'held').length,
    pausedCount: fates.filter(({ kind }) => kind === 'paused').length,
    unreachableCount: late.length,
    unreachable: named.map(({ id, call }) => ({
      callId: id,
      customerName: names.get(id) ?? '',
      expiresAt: call.expiresAt && isoAt(call.expiresAt.epochMilliseconds),
    })),
  }
}

/** Schedules and queue of one moment. */
function readQueue(
  deps: PreviewDeps,
  input: {
    organizationId: string
    now: Temporal.Instant
    signal?: AbortSignal
    onRead?: (share: number) => void
  },
) {
  const { organizationId } = input
  return inOrganization(
    deps.db,
    organizationId,
    async (tx) => {
      const schedules = await loadScheduleConfigs(tx, organizationId)
      return { schedules, queue: await readCallingQueue(tx, deps, { ...input, schedules }) }
    },
    { isSnapshot: true },
  )
}

const expiryMs = ({ call }: { call: { expiresAt: Moment | null } }) =>
  call.expiresAt?.epochMilliseconds ?? Number.POSITIVE_INFINITY

/** Lets everything else that the process does have its turn. */
const breathe = () => new Promise<void>((resolve) => setImmediate(resolve))

async function toResult(
  db: Db,
  organizationId: string,
  preview: SchedulePreview,
): Promise<PreviewResult> {
  const { calls, hours, clockChanges, warnings } = preview
  const counts = {
    waiting: calls.length,
    earlier: 0,
    later: 0,
    lost: 0,
    won: 0,
    expiringBefore: 0,
    expiringAfter: 0,
    heldAfter: 0,
    pausedAfter: 0,
  }
  const farthest = new Largest<MovedCall>(longestMovedList)
  for (const call of calls) {
    const { before, after } = call
    if (before.kind === 'expires') counts.expiringBefore += 1
    if (after.kind === 'expires') counts.expiringAfter += 1
    if (after.kind === 'held') counts.heldAfter += 1
    if (after.kind === 'paused') counts.pausedAfter += 1
    if (!isMoved(call)) continue
    counts[call.move] += 1
    farthest.offer(call, distance(call))
  }
  const moved = farthest.take()
  const names = await readNames(
    db,
    organizationId,
    moved.map(({ id }) => id),
  )
  return {
    counts,
    moved: moved.map(({ id, move, before, after }) => ({
      callId: id,
      customerName: names.get(id) ?? '',
      move,
      before: onTheWire(before),
      after: onTheWire(after),
    })),
    hours: hours.map(({ startMs, ...counts }) => ({ startsAt: isoAt(startMs), ...counts })),
    clockChanges: clockChanges.map(({ atMs, shiftMinutes }) => ({ at: isoAt(atMs), shiftMinutes })),
    warnings,
  }
}

type MovedCall = PreviewedCall & { move: Exclude<PreviewedCall['move'], 'same'> }

const isMoved = (call: PreviewedCall): call is MovedCall => call.move !== 'same'

/** What is lost counts most, then how far a call moves. */
function distance({ move, before, after }: PreviewedCall): number {
  if ('atMs' in before && 'atMs' in after) return Math.abs(after.atMs - before.atMs)
  return move === 'lost' ? Number.MAX_SAFE_INTEGER : Number.MAX_SAFE_INTEGER - 1
}

const isoAt = (ms: number) => toIso(Temporal.Instant.fromEpochMilliseconds(ms))

function onTheWire(fate: Fate): WireFate {
  if (fate.kind === 'placed') return { kind: fate.kind, at: isoAt(fate.atMs) }
  return fate.kind === 'covered' ? { kind: fate.kind, at: isoAt(fate.atMs), by: fate.by } : fate
}

async function readNames(db: Db, organizationId: string, ids: string[]) {
  const rows = await inOrganization(db, organizationId, (tx) =>
    tx.call.findMany({
      where: { organizationId, id: { in: ids } },
      select: { id: true, customerName: true },
    }),
  )
  return new Map(rows.map(({ id, customerName }) => [id, customerName]))
}
