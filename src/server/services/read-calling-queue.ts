import type { Temporal } from 'temporal-polyfill'
import { readLineLoad } from '../db/calling-facts.ts'
import type { DbSession } from '../db/client.ts'
import { toInstant } from '../db/instants.ts'
import {
  countWaitingCalls,
  readOpenLines,
  readWaitingCalls,
  type WaitingCallRow,
} from '../db/read-waiting-calls.ts'
import type { Deps } from '../deps.ts'
import { outsideWindowsUntil } from '../domain/outside-windows.ts'
import type { PlacementRun } from '../domain/placement-run.ts'
import type { CallToPreview } from '../domain/schedule-preview.ts'
import { type LoadedSchedules, scheduleOf } from './load-schedule-config.ts'
import { isAskedFor, toCampaign } from './to-judge.ts'
import { zonesOfCustomer } from './zones-of-customer.ts'

export type CallingQueue = Omit<PlacementRun, 'calls' | 'callSec'> & { calls: CallToPreview[] }

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
  const { autoPausedAt } = await readLineLoad(session, organizationId, now)
  const total = onRead ? await countWaitingCalls(session, organizationId) : 0
  const calls: CallToPreview[] = []
  let rows: WaitingCallRow[]
  do {
    const afterId = calls.at(-1)?.id ?? null
    rows = await readWaitingCalls(session, { organizationId, afterId, limit: pageSize })
    for (const row of rows) calls.push(await toCall(deps, row, schedules))
    onRead?.(Math.min(1, calls.length / Math.max(1, total)))
  } while (rows.length === pageSize && !signal?.aborted)
  return {
    calls,
    nowMs: now.epochMilliseconds,
    active: lines.active.map(({ since, ...line }) => ({ sinceMs: since.getTime(), ...line })),
    placedMs: lines.placed.map((at) => at.getTime()),
    isAutoPaused: autoPausedAt !== null,
  }
}

/** Written out plainly: spreading small objects into it would cost as much as all the rest. */
async function toCall(
  deps: Pick<Deps, 'zonesOfPhone'>,
  row: WaitingCallRow,
  schedules: LoadedSchedules,
): Promise<CallToPreview> {
  const schedule = scheduleOf(schedules, row.campaignId)
  const { id, phoneNumber, customerTimeZone, attemptCount, status } = row
  const dueAt = toInstant(row.dueAt)
  return {
    id,
    phoneNumber,
    campaignId: row.campaignId,
    isOnDoNotCall: row.isOnDoNotCall,
    call: {
      status,
      attemptCount,
      isDemo: false,
      outcome: row.outcome,
      outsideWindowsUntil: outsideWindowsUntil({
        isAllowedOutsideWindows: row.isAllowedOutsideWindows,
        notBefore: toInstant(row.notBefore),
        dueAt,
      }),
      dueAt,
      expiresAt: toInstant(row.expiresAt),
      serviceCompletedAt: toInstant(row.serviceCompletedAt),
      isAskedFor: isAskedFor(row),
      campaign: toCampaign(row, schedule),
    },
    dueMs: row.dueAt.getTime(),
    notBeforeMs: row.notBefore.getTime(),
    endedMs: row.endTime?.getTime() ?? null,
    isHeld: row.isHeld,
    customerZones: await zonesOfCustomer(deps, { customerTimeZone, customerPhone: phoneNumber }),
    lastPlacedToNumberMs: row.lastPlacedAt?.getTime() ?? null,
  }
}
