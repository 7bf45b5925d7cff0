import type { DbSession, DbTransaction } from './client.ts'

type CallRow = Awaited<ReturnType<DbTransaction['call']['findUniqueOrThrow']>>

/** A call with what its visit and campaign say about when it may be placed. */
export type CallToJudgeRow = CallRow & {
  serviceCompletedAt: Date | null
  customerTimeZone: string | null
  /** It came with the product, and so its customer is invented. */
  isSample: boolean
  campaignName: string | null
  campaignIsPaused: boolean | null
  campaignStartsAt: Date | null
  campaignEndsAt: Date | null
}

/** In no particular order. By hand, since every claim reads a hundred of them. */
export async function readCallsToJudge(
  session: DbSession,
  organizationId: string,
  callIds: readonly string[],
): Promise<CallToJudgeRow[]> {
  return session.$queryRaw<CallToJudgeRow[]>`
    select c.*, s."completedAt" as "serviceCompletedAt", s."customerTimeZone", s."isSample",
      k.name as "campaignName", k."isPaused" as "campaignIsPaused",
      k."startsAt" as "campaignStartsAt", k."endsAt" as "campaignEndsAt"
    from "Call" c
    join "ServiceRecord" s on s."organizationId" = c."organizationId" and s.id = c."serviceRecordId"
    left join "Campaign" k on k."organizationId" = c."organizationId" and k.id = c."campaignId"
    where c."organizationId" = ${organizationId}::uuid and c.id = any(${[...callIds]}::uuid[])`
}
