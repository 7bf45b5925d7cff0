import type { Temporal } from 'temporal-polyfill'
import {
  appendFeedEvents,
  beginFeedAnew,
  feedChangeOf,
  MOST_EVENTS_AT_ONCE,
} from '../db/append-feed-events.ts'
import { readCalls } from '../db/call-row.ts'
import type { DbTransaction } from '../db/client.ts'
import { lockClaims } from '../db/due-calls.ts'
import { inOrganization } from '../db/in-organization.ts'
import { toDate } from '../db/instants.ts'
import { keepCallsOfCampaign } from '../db/move-calls.ts'
import type { Deps } from '../deps.ts'
import { noCounts } from '../domain/tab-counts.ts'

/** A campaign's calls, and until when they are to live. */
type Keep = {
  organizationId: string
  id: string
  keepUntil: Temporal.Instant
  now: Temporal.Instant
}

/** Claims and the feed wait for so many; ten times as many may take longer than a transaction may. */
export const KEPT_AT_ONCE = 2000

/**
 * Before the new start is saved: a call that were judged by it with its old time would expire. Cut
 * off midway, some calls only live longer.
 */
export async function keepCallsInPages(deps: Pick<Deps, 'db' | 'feed'>, keep: Keep): Promise<void> {
  const { organizationId } = keep
  let kept = KEPT_AT_ONCE
  while (kept === KEPT_AT_ONCE) {
    kept = await inOrganization(deps.db, organizationId, async (tx) => {
      await lockClaims(tx, organizationId)
      const ids = await keepPage(tx, keep)
      await tellKept(tx, keep, ids)
      return ids.length
    })
    if (kept > 0) deps.feed.announce(organizationId)
  }
}

/** All of them; the feed hears once, since its row is the last that a writer of calls locks. */
export async function keepCalls(tx: DbTransaction, keep: Keep): Promise<void> {
  const kept: string[] = []
  let page: string[]
  do {
    page = await keepPage(tx, keep)
    kept.push(...page)
  } while (page.length === KEPT_AT_ONCE)
  await tellKept(tx, keep, kept)
}

function keepPage(tx: DbTransaction, keep: Keep): Promise<string[]> {
  const { organizationId, id: campaignId, keepUntil, now } = keep
  return keepCallsOfCampaign(tx, {
    organizationId,
    campaignId,
    keepUntil,
    now,
    limit: KEPT_AT_ONCE,
  })
}

async function tellKept(
  tx: DbTransaction,
  { organizationId, now }: Keep,
  ids: readonly string[],
): Promise<void> {
  if (ids.length > MOST_EVENTS_AT_ONCE) {
    await beginFeedAnew(tx, organizationId)
    return
  }
  const changes = (await readCalls(tx, organizationId, ids)).map(feedChangeOf)
  await appendFeedEvents(tx, { organizationId, changes, countDelta: noCounts, now: toDate(now) })
}
