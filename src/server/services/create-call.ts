import { Temporal } from 'temporal-polyfill'
import { uuidv7 } from 'uuidv7'
import { appendFeedEvents, feedChangeOf } from '../db/append-feed-events.ts'
import { readCalls } from '../db/call-row.ts'
import type { DbTransaction } from '../db/client.ts'
import { lockClaims } from '../db/due-calls.ts'
import { inOrganization } from '../db/in-organization.ts'
import { insertCalls } from '../db/insert-calls.ts'
import { toDate, toInstant } from '../db/instants.ts'
import type { Deps } from '../deps.ts'
import type { Actor } from '../domain/actor.ts'
import type { Call } from '../domain/call.schema.ts'
import type { CallCreate } from '../domain/call-changes.schema.ts'
import { DomainError, fieldError } from '../domain/errors.ts'
import { firstDueAt } from '../domain/first-call.ts'
import { noCounts } from '../domain/tab-counts.ts'
import { loadScheduleConfig } from './load-schedule-config.ts'
import { recordAudit } from './record-audit.ts'
import { whyNoNewCall } from './second-call.ts'
import { readWishedInstant } from './wished-instant.ts'
import { zonesOfCustomer } from './zones-of-customer.ts'

/**
 * Makes a call for a visit, however old the visit is: a person asked for it. Without `dueAt` the
 * schedule decides when. Throws `conflict` while another call of the visit is open.
 */
export async function createCall(
  deps: Pick<Deps, 'db' | 'clock' | 'feed' | 'zonesOfPhone'>,
  by: { organizationId: string; actor: Actor },
  input: CallCreate,
): Promise<Call> {
  const { organizationId, actor } = by
  const originEntryId = uuidv7()
  const call = await inOrganization(deps.db, organizationId, async (tx) => {
    // A campaign may be giving the visit a call at this moment.
    await lockClaims(tx, organizationId)
    const call = await insertCall(deps, tx, { ...input, organizationId, originEntryId })
    await recordAudit(tx, {
      id: originEntryId,
      organizationId,
      actor,
      action: 'call.created',
      subjectType: 'call',
      subjectId: call.id,
      after: { serviceRecordId: call.serviceRecordId, dueAt: call.dueAt },
      now: deps.clock.now(),
    })
    return call
  })
  deps.feed.announce(organizationId)
  return call
}

async function insertCall(
  deps: Pick<Deps, 'clock' | 'zonesOfPhone'>,
  tx: DbTransaction,
  input: CallCreate & { organizationId: string; originEntryId: string },
): Promise<Call> {
  const { organizationId, serviceRecordId, notes, tags, originEntryId } = input
  const now = deps.clock.now()
  const campaign = await readCampaign(tx, organizationId, input.campaignId ?? null)
  const campaignId = campaign?.id ?? null
  const record = await lockRecord(tx, organizationId, serviceRecordId)
  const why = await whyNoNewCall(tx, organizationId, serviceRecordId)
  if (why !== null) throw fieldError('conflict', 'serviceRecordId', why)
  const { calendar, config } = await loadScheduleConfig(tx, { organizationId, campaignId })
  const completedAt = toInstant(record.completedAt)
  const chosenAt = input.dueAt ? readWishedInstant(input.dueAt, now) : null
  const customerZones = await zonesOfCustomer(deps, record)
  const startsAt = toInstant(campaign?.startsAt ?? null)
  const firstFrom = (from: Temporal.Instant) =>
    firstDueAt({ completedAt, calendar, customerZones, now: from })
  const dueAt = chosenAt ?? firstFrom(isAfter(startsAt, now) ? startsAt : now)
  // Chosen for before its campaign starts, it waits until then.
  const placedAt = chosenAt !== null && isAfter(startsAt, chosenAt) ? firstFrom(startsAt) : dueAt
  if (dueAt === null || placedAt === null) {
    throw new DomainError('conflict', 'The schedule has no window in which to place this call.')
  }
  // A call for an old visit would expire before it is placed, so its time runs from then.
  const expiry = { hours: config.expireAfterHours }
  const usualExpiry = completedAt?.add(expiry) ?? null
  const expiresAt = isAfter(usualExpiry, placedAt) ? usualExpiry : placedAt.add(expiry)
  const ids = await insertCalls(tx, {
    organizationId,
    calls: [
      {
        serviceRecordId,
        campaignId,
        dueAt,
        expiresAt,
        notes,
        tags,
        notBefore: chosenAt ?? completedAt ?? now,
        phoneNumber: record.customerPhone,
        customerName: record.customerName,
        isDemo: record.isDemo,
      },
    ],
    originEntryId,
    now,
  })
  const [call] = await readCalls(tx, organizationId, ids)
  if (call === undefined) throw new DomainError('not_found', 'The call is gone.')
  await appendFeedEvents(tx, {
    organizationId,
    changes: [feedChangeOf(call)],
    countDelta: { ...noCounts, ready: 1 },
    now: toDate(now),
  })
  return call
}

const isAfter = (one: Temporal.Instant | null, other: Temporal.Instant): one is Temporal.Instant =>
  one !== null && Temporal.Instant.compare(one, other) > 0

async function readCampaign(tx: DbTransaction, organizationId: string, id: string | null) {
  if (id === null) return null
  const where = { organizationId_id: { organizationId, id } }
  const campaign = await tx.campaign.findUnique({ where, select: { id: true, startsAt: true } })
  if (campaign !== null) return campaign
  throw fieldError('invalid_input', 'campaignId', 'There is no campaign with this id.')
}

/** The lock makes two requests for the same visit come one after the other. */
async function lockRecord(tx: DbTransaction, organizationId: string, id: string) {
  await tx.$executeRaw`
    select 1 from "ServiceRecord"
    where "organizationId" = ${organizationId}::uuid and id = ${id}::uuid for no key update`
  const record = await tx.serviceRecord.findUnique({
    where: { organizationId_id: { organizationId, id } },
  })
  if (record === null)
    throw new DomainError('not_found', 'There is no service record with this id.')
  return record
}
