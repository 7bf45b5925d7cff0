import type { Temporal } from 'temporal-polyfill'
import type { DbTransaction } from './client.ts'
import { toDate } from './instants.ts'

/** Puts waiting calls into a campaign and gives them their next version; the feed is owed. */
export async function moveCallsToCampaign(
  tx: DbTransaction,
  input: {
    organizationId: string
    campaignId: string
    callIds: readonly string[]
    now: Temporal.Instant
  },
): Promise<void> {
  if (input.callIds.length === 0) return
  await tx.$executeRaw`
    update "Call" set "campaignId" = ${input.campaignId}::uuid, version = version + 1,
      "updatedAt" = ${toDate(input.now)}
    where "organizationId" = ${input.organizationId}::uuid and id = any(${[...input.callIds]}::uuid[])`
}
