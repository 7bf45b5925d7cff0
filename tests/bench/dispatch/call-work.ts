import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { type Job, placeAtOnce, type Tally } from './contestant.ts'

/**
 * What a job of a queue library has to do so that the page shows the same: the call, its attempt and
 * the feed, in one hand-written statement; then the provider; then its id. Nothing is asked about
 * windows, limits or do-not-call, which is in the libraries' favour.
 */
export async function placeByHand(pool: pg.Pool, job: Job, tally: Tally): Promise<void> {
  const placementKey = randomUUID()
  const { rowCount } = await pool.query(claim, [job.organizationId, job.callId, placementKey])
  if (rowCount !== 1) throw new Error('The call was not there to be claimed.')
  tally.asked()
  const { providerCallId } = await placeAtOnce(placementKey)
  await pool.query(store, [placementKey, providerCallId])
}

const claim = `
  with claimed as (
    update "Call" set status = 'placing', outcome = null, "dueAt" = null, "notBefore" = null,
      "startTime" = now(), "attemptCount" = "attemptCount" + 1, version = version + 1, "updatedAt" = now()
    where "organizationId" = $1 and id = $2 and status = 'ready'
    returning *
  ), attempt as (
    insert into "CallAttempt" (id, "organizationId", "callId", number, "placementKey", provider, status,
      "requestedAt", "leaseExpiresAt", "scheduleConfigVersion", gates)
    select gen_random_uuid(), "organizationId", id, "attemptCount", $3, 'bench', 'placing',
      now(), now() + interval '30 seconds', 1, '[]' from claimed
  ), org as (
    update "Organization" o set "feedSeq" = "feedSeq" + 1 from claimed
    where o.id = claimed."organizationId" returning o."feedSeq"
  )
  insert into "FeedEvent" ("organizationId", seq, "callId", version, payload)
  select claimed."organizationId", org."feedSeq", claimed.id, claimed.version,
    jsonb_build_object('call', to_jsonb(claimed))
  from claimed, org`

const store = `
  update "CallAttempt" set "providerCallId" = $2, "acceptedAt" = now(),
    "leaseExpiresAt" = now() + interval '30 seconds'
  where "placementKey" = $1 and "providerCallId" is null`
