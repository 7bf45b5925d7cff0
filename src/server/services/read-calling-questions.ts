import type { Temporal } from 'temporal-polyfill'
import { type LineLoad, readLineLoad } from '../db/calling-facts.ts'
import type { DbSession } from '../db/client.ts'
import { toInstant } from '../db/instants.ts'
import { readCallsToJudge } from '../db/read-calls-to-judge.ts'
import type { Deps } from '../deps.ts'
import type { CallingFacts, CallToJudge } from '../domain/gate.ts'
import { outsideWindowsUntil } from '../domain/outside-windows.ts'
import { demoNameOf } from '../telephony/port.ts'
import { type LockedCall, toLockedCall } from './change-call.ts'
import {
  type LoadedSchedule,
  type LoadedSchedules,
  loadScheduleConfigs,
  scheduleOf,
} from './load-schedule-config.ts'
import { isAskedFor, toCampaign } from './to-judge.ts'
import { zonesOfCustomer } from './zones-of-customer.ts'

/** Who is asked for facts about calls, beside the database. */
export type QuestionDeps = Pick<Deps, 'zonesOfPhone' | 'provider'>

/** All that `eligibility` asks about a call, and what a claim needs beside it. */
export type CallingQuestion = {
  call: LockedCall
  toJudge: CallToJudge
  facts: CallingFacts
  schedule: LoadedSchedule
  campaignId: string | null
  /** Of a visit that came with the product: whoever answers is invented. */
  isSample: boolean
}

/**
 * Reads the facts about calls of one organization at one instant, in the order of `callIds`; ids
 * that the organization does not have are left out. The one reader for dispatcher and answers, so
 * that both see the same world. What the caller has read already it may hand in.
 */
export async function readCallingQuestions(
  session: DbSession,
  deps: QuestionDeps,
  input: {
    organizationId: string
    callIds: readonly string[]
    now: Temporal.Instant
    schedules?: LoadedSchedules
    load?: LineLoad
  },
): Promise<CallingQuestion[]> {
  const { organizationId, callIds, now } = input
  if (callIds.length === 0) return []
  const rows = await readCallsToJudge(session, organizationId, callIds)
  const schedules = input.schedules ?? (await loadScheduleConfigs(session, organizationId))
  const { activeByCampaign, ...load } =
    input.load ?? (await readLineLoad(session, organizationId, now)).load
  const questions = new Map<string, CallingQuestion>()
  for (const row of rows) {
    const call = toLockedCall(row)
    const schedule = scheduleOf(schedules, row.campaignId)
    questions.set(row.id, {
      call,
      schedule,
      campaignId: row.campaignId,
      isSample: row.isSample,
      toJudge: {
        status: call.status,
        outcome: call.outcome,
        dueAt: call.dueAt,
        expiresAt: call.expiresAt,
        attemptCount: call.attemptCount,
        isAskedFor: isAskedFor(call),
        isDemo: call.isDemo,
        isInvented: row.isInvented,
        outsideWindowsUntil: outsideWindowsUntil(call),
        serviceCompletedAt: toInstant(row.serviceCompletedAt),
        campaign: toCampaign(row, schedule),
      },
      facts: {
        calendar: schedule.calendar,
        customerZones: await zonesOfCustomer(deps, {
          customerTimeZone: row.customerTimeZone,
          customerPhone: row.phoneNumber,
        }),
        ...load,
        campaignActiveCalls: activeByCampaign.get(row.campaignId ?? '') ?? 0,
        isOnDoNotCall: row.isOnDoNotCall,
        isNumberOnLine: row.isNumberOnLine,
        lastPlacedToNumberAt: toInstant(row.lastPlacedToNumberAt),
        hasSimulator: demoNameOf(deps.provider) !== null,
      },
    })
  }
  return callIds.flatMap((id) => questions.get(id) ?? [])
}
