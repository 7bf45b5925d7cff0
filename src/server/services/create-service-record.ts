import { Temporal } from 'temporal-polyfill'
import { uuidv7 } from 'uuidv7'
import { readCalls } from '../db/call-row.ts'
import { type DbTransaction, sql } from '../db/client.ts'
import { lockClaims } from '../db/due-calls.ts'
import { findOrCreateAdvisors } from '../db/find-or-create-advisors.ts'
import { inOrganization } from '../db/in-organization.ts'
import { toDate } from '../db/instants.ts'
import { nothingRemoved, type RemovedVisits } from '../db/remove-visits.ts'
import { replaceSamples } from '../db/replace-samples.ts'
import { selectServiceRecords } from '../db/service-record-row.ts'
import { unknownVehicle } from '../db/vehicle-info.ts'
import type { Deps } from '../deps.ts'
import type { Actor } from '../domain/actor.ts'
import type { Call } from '../domain/call.schema.ts'
import { DomainError, fieldError } from '../domain/errors.ts'
import { type FirstCall, planFirstCall } from '../domain/first-call.ts'
import { describeInstant } from '../domain/local-time.ts'
import { countryOfTimeZone, readPhoneNumber } from '../domain/phone-number.ts'
import type { ScheduleConfig } from '../domain/schedule-config.schema.ts'
import type { ServiceRecordCreate, ServiceRecordCreated } from '../domain/service-record.schema.ts'
import { isTimeZone } from '../domain/zone-clock.ts'
import { hangUpLines } from './hang-up-lines.ts'
import { loadScheduleConfig } from './load-schedule-config.ts'
import { makeCalls } from './make-calls.ts'
import { recordAudit } from './record-audit.ts'
import { tellRemovedCalls } from './tell-removed-calls.ts'
import { zonesOfCustomer } from './zones-of-customer.ts'

/**
 * Lands one visit, and its call if it is recent enough for one. A completed visit that does not say
 * when it ended has ended now. A sample visit of a real organization gives way to it; throws
 * `conflict` for another order number that is there already.
 */
export async function createServiceRecord(
  deps: Pick<Deps, 'db' | 'clock' | 'feed' | 'zonesOfPhone' | 'provider' | 'log'>,
  by: { organizationId: string; actor: Actor },
  input: ServiceRecordCreate,
): Promise<ServiceRecordCreated> {
  const { organizationId } = by
  const now = deps.clock.now()
  const { config, calendar } = await inOrganization(deps.db, organizationId, (tx) =>
    loadScheduleConfig(tx, { organizationId, campaignId: null }),
  )
  const visit = readVisit(input, { timeZone: config.timeZone, now })
  const plan = planFirstCall({
    completedAt: input.status === 'completed' ? visit.completedAt : null,
    calendar,
    customerZones: await zonesOfCustomer(deps, visit),
    now,
  })
  const landed = await inOrganization(deps.db, organizationId, (tx) =>
    land(tx, { ...by, input, visit, plan, config, now }),
  )
  if (landed.hasEvents) deps.feed.announce(organizationId)
  await hangUpLines(deps, landed.openLines)
  return landed.created
}

type VisitToLand = {
  organizationId: string
  actor: Actor
  input: ServiceRecordCreate
  visit: ReturnType<typeof readVisit>
  plan: FirstCall
  config: ScheduleConfig
  now: Temporal.Instant
}

async function land(tx: DbTransaction, toLand: VisitToLand) {
  const { organizationId, actor, input, visit, plan, config, now } = toLand
  const { externalId, customerName } = input
  await lockClaims(tx, organizationId)
  const { id, removed } = await insertVisit(tx, toLand)
  const planned = plan.isPlanned
    ? [{ ...plan, serviceRecordId: id, phoneNumber: visit.customerPhone, customerName }]
    : []
  const { minDaysBetweenCalls, timeZone } = config
  const originEntryId = uuidv7()
  const made = await makeCalls(tx, {
    organizationId,
    calls: planned,
    minDaysBetweenCalls,
    originEntryId,
    actor,
    now,
  })
  const callIds = [...made.createdIds, ...made.changedIds]
  const [call] = await readCalls(tx, organizationId, callIds)
  const [serviceRecord] = await selectServiceRecords(
    tx,
    sql`s."organizationId" = ${organizationId}::uuid and s.id = ${id}::uuid`,
  )
  if (serviceRecord === undefined) throw new DomainError('not_found', 'The record is gone.')
  await recordAudit(tx, {
    id: originEntryId,
    organizationId,
    actor,
    action: 'service_record.created',
    subjectType: 'service_record',
    subjectId: id,
    after: { externalId, callId: call?.id ?? null },
    now,
  })
  const told = await tellRemovedCalls(tx, {
    organizationId,
    calls: removed.calls,
    createdCount: made.createdIds.length,
    changedIds: [...callIds, ...removed.coveringIds],
    now: toDate(now),
  })
  const isJoined = call !== undefined && made.changedIds.length > 0
  const reason = isJoined ? reasonToJoin(call, { timeZone, now }) : plan.reason
  const created = { serviceRecord, call: call ?? null, reason }
  return { created, hasEvents: told > 0, openLines: removed.openLines }
}

/** Inserts the visit, in place of a sample of its order number; answers what went with the sample. */
async function insertVisit(
  tx: DbTransaction,
  { organizationId, input, visit, now }: VisitToLand,
): Promise<{ id: string; removed: RemovedVisits }> {
  const { externalId } = input
  const id = uuidv7()
  const advisorNames = input.serviceAdvisorName ? [input.serviceAdvisorName] : []
  const [serviceAdvisorId] = (await findOrCreateAdvisors(tx, organizationId, advisorNames)).values()
  const insert = () =>
    tx.serviceRecord.createMany({
      data: {
        id,
        organizationId,
        externalId,
        customerName: input.customerName,
        customerPhone: visit.customerPhone,
        customerTimeZone: visit.customerTimeZone,
        vehicleInfo: { ...unknownVehicle, ...input.vehicleInfo },
        serviceType: input.serviceType,
        status: input.status,
        appointmentDate: input.appointmentDate ? new Date(input.appointmentDate) : null,
        completedAt: visit.completedAt && toDate(visit.completedAt),
        serviceAdvisorId: serviceAdvisorId ?? null,
        createdAt: toDate(now),
        updatedAt: toDate(now),
      },
      skipDuplicates: true,
    })
  if ((await insert()).count > 0) return { id, removed: nothingRemoved }
  const samples = await tx.serviceRecord.findMany({
    where: { organizationId, externalId, isSample: true, organization: { isDemo: false } },
    select: { id: true },
  })
  if (samples.length === 0) {
    const message = `There is a service record with the order number ${externalId} already.`
    throw fieldError('conflict', 'externalId', message)
  }
  const recordIds = samples.map((sample) => sample.id)
  const { removed } = await replaceSamples(tx, { organizationId, recordIds, now }, insert)
  return { id, removed }
}

function reasonToJoin(
  { externalId, dueAt }: Call,
  { timeZone, now }: { timeZone: string; now: Temporal.Instant },
): string {
  const due = dueAt ? `, due ${describeInstant(Temporal.Instant.from(dueAt), timeZone, now)}` : ''
  return `The customer is called once, about this visit and ${externalId}${due}.`
}

/** Checks what the schema cannot. Throws `invalid_input` that names the field. */
function readVisit(
  input: ServiceRecordCreate,
  { timeZone, now }: { timeZone: string; now: Temporal.Instant },
) {
  const refuse = (path: string, message: string) => fieldError('invalid_input', path, message)
  const customerTimeZone = input.customerTimeZone ?? null
  if (customerTimeZone !== null && !isTimeZone(customerTimeZone)) {
    throw refuse(
      'customerTimeZone',
      'This time zone is not known; use a name like America/New_York.',
    )
  }
  const phone = readPhoneNumber(
    input.customerPhone,
    countryOfTimeZone(customerTimeZone ?? timeZone),
  )
  if (!phone.ok) throw refuse('customerPhone', phone.reason)
  const writtenEnd = input.completedAt ? Temporal.Instant.from(input.completedAt) : null
  if (writtenEnd !== null && Temporal.Instant.compare(writtenEnd, now) > 0) {
    throw refuse('completedAt', 'A visit cannot have ended in the future.')
  }
  const completedAt = writtenEnd ?? (input.status === 'completed' ? now : null)
  return { customerPhone: phone.phoneNumber, customerTimeZone, completedAt }
}
