import { toInstant } from '../db/instants.ts'
import type { CallStatus } from '../domain/call-status.ts'
import type { CallToJudge } from '../domain/gate.ts'
import type { LoadedSchedule } from './load-schedule-config.ts'

/** What a call's campaign says about when it may be placed; null without one. */
export const toCampaign = (
  row: {
    campaignName: string | null
    campaignIsPaused: boolean | null
    campaignStartsAt: Date | null
    campaignEndsAt: Date | null
  },
  schedule: LoadedSchedule,
): CallToJudge['campaign'] =>
  row.campaignName === null
    ? null
    : {
        name: row.campaignName,
        isPaused: row.campaignIsPaused ?? false,
        startsAt: toInstant(row.campaignStartsAt),
        endsAt: toInstant(row.campaignEndsAt),
        maxActiveCalls: schedule.campaignMaxActiveCalls,
      }

/** A call that is retried by itself stays missed or failed; only a person sends it back to ready, or a pause. */
export const isAskedFor = (call: { status: CallStatus; attemptCount: number }): boolean =>
  call.status === 'ready' && call.attemptCount > 0
