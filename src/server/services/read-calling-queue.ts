import type { Temporal } from 'temporal-polyfill'
import { readLineLoad } from '../db/calling-facts.ts'
import type { DbSession } from '../db/client.ts'
import { toInstant } from '../db/instants.ts'
import {
  countWaitingCalls,
  readCampaignTimes,
  readOpenLines,
  readWaitingCalls,
  type WaitingCallRow,
} from '../db/read-waiting-calls.ts'
import type { Deps } from '../deps.ts'
import type { CampaignToJudge, Moment } from '../domain/gate.ts'
import { LEAVE_HOLDS_MINUTES } from '../domain/outside-windows.ts'
import type { RunStart } from '../domain/placement-queue.ts'
import type { CallToPreview } from '../domain/schedule-preview.ts'
import { MS_PER_MINUTE } from '../domain/zone-clock.ts'
import { type LoadedSchedules, scheduleOf } from './load-schedule-config.ts'
import { isAskedFor } from './to-judge.ts'
import { zonesOfCustomer } from './zones-of-customer.ts'

export type CallingQueue = Omit<RunStart, 'callSec'> & { calls: CallToPreview[] }

const pageSize = 5000

/**
 * Reads everything that waits to be called, for a virtual run; only a part of it once `signal` is
 * aborted. Tells after each page how much of it is read, from 0 to 1.
 */
export async function readCallingQueue(
  session: DbSession,
  deps: Pick<Deps, 'zonesOfPhone'>,
  input: {
    organizationId: string
    now: Temporal.Instant
    schedules: LoadedSchedules
    signal?: AbortSignal | undefined
    onRead?: ((share: number) => void) | undefined
  },
): Promise<CallingQueue> {
  const { organizationId, now, schedules, signal, onRead } = input
  const lines = await readOpenLines(session, organizationId, now)
  const { load, isDemoOrganization } = await readLineLoad(session, organizationId, now)
  const total = onRead ? await countWaitingCalls(session, organizationId) : 0
  const campaigns = await readCampaigns(session, organizationId, schedules)
  const calls: CallToPreview[] = []
  const readPage = (afterId: string | null) =>
    readWaitingCalls(session, { organizationId, afterId, limit: pageSize })
  let rows = await readPage(null)
  for (;;) {
    const isLast = rows.length < pageSize || signal?.aborted
    // The database looks for the next page while this one is taken in.
    const next = isLast ? null : readPage(rows.at(-1)?.id ?? null)
    for (const row of rows) {
      const isInvented = row.isSample && !isDemoOrganization
      const campaign = campaigns.get(row.campaignId ?? '') ?? null
      const { customerTimeZone, phoneNumber: customerPhone } = row
      const customerZones = await zonesOfCustomer(deps, { customerTimeZone, customerPhone })
      calls.push(toCall(row, { campaign, isInvented, customerZones }))
    }
    onRead?.(Math.min(1, calls.length / Math.max(1, total)))
    if (next === null) break
    rows = await next
  }
  return {
    calls,
    nowMs: now.epochMilliseconds,
    active: lines.active.map(({ since, ...line }) => ({ sinceMs: since.getTime(), ...line })),
    placedMs: lines.placed.map((at) => at.getTime()),
    isAutoPaused: load.autoPausedAt !== null,
  }
}

type Campaigns = ReadonlyMap<string, CampaignToJudge<Moment>>

async function readCampaigns(
  session: DbSession,
  organizationId: string,
  schedules: LoadedSchedules,
): Promise<Campaigns> {
  const rows = await readCampaignTimes(session, organizationId)
  return new Map(
    rows.map(({ id, name, isPaused, startsAt, endsAt }) => {
      const maxActiveCalls = scheduleOf(schedules, id).campaignMaxActiveCalls
      const times = { startsAt: toInstant(startsAt), endsAt: toInstant(endsAt) }
      return [id, { name, isPaused, maxActiveCalls, ...times }]
    }),
  )
}

/** Written out plainly: spreading small objects into it would cost as much as all the rest. */
function toCall(
  row: WaitingCallRow,
  known: {
    campaign: CampaignToJudge<Moment> | null
    isInvented: boolean
    customerZones: readonly string[]
  },
): CallToPreview {
  const { id, phoneNumber, attemptCount, status, outcome, campaignId } = row
  const { dueMs, notBeforeMs } = row
  return {
    id,
    phoneNumber,
    campaignId,
    isInvented: known.isInvented,
    isOnDoNotCall: row.isOnDoNotCall,
    call: {
      status,
      attemptCount,
      isDemo: false,
      outcome,
      outsideWindowsUntil: row.isAllowedOutsideWindows
        ? moment(notBeforeMs + LEAVE_HOLDS_MINUTES * MS_PER_MINUTE)
        : null,
      dueAt: moment(dueMs),
      expiresAt: momentOrNull(row.expiresMs),
      serviceCompletedAt: momentOrNull(row.serviceCompletedMs),
      isAskedFor: isAskedFor(row),
      campaign: known.campaign,
    },
    dueMs,
    notBeforeMs,
    endedMs: row.endedMs,
    isHeld: row.isHeld,
    customerZones: known.customerZones,
    lastPlacedToNumberMs: row.lastPlacedMs,
  }
}

const moment = (epochMilliseconds: number): Moment => ({ epochMilliseconds })
const momentOrNull = (ms: number | null) => (ms === null ? null : moment(ms))
