import { isOnLineElsewhere } from './calling-facts.ts'
import { type DbSession, type DbTransaction, sql } from './client.ts'
import { isOnDoNotCall } from './do-not-call.ts'
import { lastRungElsewhere } from './rung-numbers.ts'

type CallRow = Awaited<ReturnType<DbTransaction['call']['findUniqueOrThrow']>>

/** The part of a call that its life is decided by. */
export type CallStateRow = Pick<
  CallRow,
  | 'id'
  | 'organizationId'
  | 'serviceRecordId'
  | 'campaignId'
  | 'phoneNumber'
  | 'isDemo'
  | 'demoScenario'
  | 'version'
  | 'status'
  | 'outcome'
  | 'heldReason'
  | 'isAllowedOutsideWindows'
  | 'durationSec'
  | 'attemptCount'
  | InstantOfCall
>
type InstantOfCall = 'dueAt' | 'notBefore' | 'expiresAt' | 'scheduledTime' | 'startTime' | 'endTime'

/** A call with what its visit, its campaign and its number say about when it may be placed. */
export type CallToJudgeRow = CallStateRow & {
  customerTimeZone: string | null
  /** It came with the product, and so its customer is invented. */
  isSample: boolean
  /** Or so is everybody in the organization, which is one for demonstrations. */
  isInvented: boolean
  campaignName: string | null
  campaignIsPaused: boolean | null
  isOnDoNotCall: boolean
  /** Another call to the number is placing, ringing or in progress. */
  isNumberOnLine: boolean
} & Record<InstantBeside, Date | null>
/** `lastPlacedToNumberAt` is of another call that rang, or may have. */
type InstantBeside =
  | 'serviceCompletedAt'
  | 'campaignStartsAt'
  | 'campaignEndsAt'
  | 'lastPlacedToNumberAt'

type Instant = InstantOfCall | InstantBeside
type Told = Omit<CallToJudgeRow, Instant> & Record<Instant, string | null>

/**
 * In no particular order. As one value, since every claim reads a hundred of them and taking them
 * in column by column would cost more than finding them.
 */
export async function readCallsToJudge(
  session: DbSession,
  organizationId: string,
  callIds: readonly string[],
): Promise<CallToJudgeRow[]> {
  const [answer] = await session.$queryRaw<{ calls: Told[] | null }[]>`
    select json_agg(judged) as calls from (
      select c.id, c."organizationId", c."serviceRecordId", c."campaignId", c."phoneNumber",
        c."isDemo", c."demoScenario", c.version, c.status, c.outcome, c."heldReason",
        c."isAllowedOutsideWindows", c."durationSec", c."attemptCount", c."dueAt", c."notBefore",
        c."expiresAt", c."scheduledTime", c."startTime", c."endTime",
        s."completedAt" as "serviceCompletedAt", s."customerTimeZone", s."isSample",
        (s."isSample" or (select "isDemo" from "Organization" where id = ${organizationId}::uuid)
        ) as "isInvented",
        k.name as "campaignName", k."isPaused" as "campaignIsPaused",
        k."startsAt" as "campaignStartsAt", k."endsAt" as "campaignEndsAt",
        ${isOnDoNotCall(organizationId, sql`c."phoneNumber"`)} as "isOnDoNotCall",
        ${lastRungElsewhere(organizationId)} as "lastPlacedToNumberAt",
        ${isOnLineElsewhere} as "isNumberOnLine"
      from "Call" c
      join "ServiceRecord" s on s."organizationId" = c."organizationId" and s.id = c."serviceRecordId"
      left join "Campaign" k on k."organizationId" = c."organizationId" and k.id = c."campaignId"
      where c."organizationId" = ${organizationId}::uuid and c.id = any(${[...callIds]}::uuid[])
    ) judged`
  return answer?.calls?.map(withDates) ?? []
}

const withDates = (told: Told): CallToJudgeRow => ({
  ...told,
  dueAt: toDate(told.dueAt),
  notBefore: toDate(told.notBefore),
  expiresAt: toDate(told.expiresAt),
  scheduledTime: toDate(told.scheduledTime),
  startTime: toDate(told.startTime),
  endTime: toDate(told.endTime),
  serviceCompletedAt: toDate(told.serviceCompletedAt),
  campaignStartsAt: toDate(told.campaignStartsAt),
  campaignEndsAt: toDate(told.campaignEndsAt),
  lastPlacedToNumberAt: toDate(told.lastPlacedToNumberAt),
})

const toDate = (instant: string | null) => (instant === null ? null : new Date(instant))
