import type { Temporal } from 'temporal-polyfill'
import { uuidv7 } from 'uuidv7'
import type { ImportedVisit } from '../domain/import-row.ts'
import { type DbTransaction, type Sql, sql } from './client.ts'
import { toDate } from './instants.ts'
import { isInvented } from './invented-visits.ts'
import { nothingRemoved, type RemovedVisits } from './remove-visits.ts'
import { replaceSamples } from './replace-samples.ts'
import { visitWords } from './reword-calls.ts'

/** What becomes of a type of service that the workshop does not name. */
const UNNAMED_SERVICE = 'Service visit'

export type VisitToLand = Omit<ImportedVisit, 'serviceAdvisorName'> & {
  serviceAdvisorId: string | null
}

/** `before` holds the columns of the visit that an import may change, as they were. */
export type UpdatedVisit = {
  id: string
  wasCompleted: boolean
  phoneBefore: string
  before: unknown
  /** What its calls showed of it. */
  words: Record<string, string | null>
}

export type LandedVisits = {
  /** By order number, the id of each visit that was not there before. */
  created: Map<string, string>
  /** By order number, each visit whose words changed. */
  updated: Map<string, UpdatedVisit>
  /** What went with the sample visits whose place was taken. */
  removed: RemovedVisits
}

/** A day alone says nothing against an instant within it, which may have been a guess before. */
const unlessWithinDay = (known: Sql, given: Sql, day: Sql): Sql => sql`
  case when ${known} >= (${day} ->> 'from')::timestamptz
    and ${known} < (${day} ->> 'before')::timestamptz then ${known} else ${given} end`

const appointmentDateAfter = unlessWithinDay(
  sql`s."appointmentDate"`,
  sql`coalesce(r."appointmentDate", s."appointmentDate")`,
  sql`(r.days -> 'appointmentDate')`,
)
const completedAtAfter = unlessWithinDay(
  sql`s."completedAt"`,
  sql`r."completedAt"`,
  sql`(r.days -> 'completedAt')`,
)

/**
 * Writes visits by their order numbers: new ones are inserted, others updated where they differ.
 * What a visit leaves open stays as it is. A sample visit of a real organization gives way to what
 * bears its number and says anything else: its answers were invented. The calls of visits that change
 * are locked first, in the order in which a call that ends locks itself and its visit.
 */
export async function landVisits(
  tx: DbTransaction,
  input: { organizationId: string; visits: readonly VisitToLand[]; now: Temporal.Instant },
): Promise<LandedVisits> {
  const { organizationId } = input
  const now = toDate(input.now)
  const visits = JSON.stringify(
    input.visits.map((visit) => ({
      ...visit,
      id: uuidv7(),
      completedAt: toDate(visit.completedAt),
      appointmentDate: visit.appointmentDate && toDate(visit.appointmentDate),
    })),
  )
  const incoming = sql`
    jsonb_to_recordset(${visits}::jsonb) as r(id uuid, "externalId" text, "customerName" text,
      "customerPhone" text, "customerTimeZone" text, "vehicleInfo" jsonb, "serviceType" text,
      "appointmentDate" timestamptz, "completedAt" timestamptz, "serviceAdvisorId" uuid,
      days jsonb)`
  const insert = () => tx.$queryRaw<{ id: string; externalId: string }[]>`
    insert into "ServiceRecord" (id, "organizationId", "externalId", "customerName",
      "customerPhone", "customerTimeZone", "vehicleInfo", "serviceType", status, "appointmentDate",
      "completedAt", "serviceAdvisorId", "createdAt", "updatedAt")
    select r.id, ${organizationId}::uuid, r."externalId", r."customerName", r."customerPhone",
      r."customerTimeZone", r."vehicleInfo", coalesce(r."serviceType", ${UNNAMED_SERVICE}),
      'completed', r."appointmentDate", r."completedAt", r."serviceAdvisorId", ${now}, ${now}
    from ${incoming}
    order by r."externalId"
    on conflict ("organizationId", "externalId") do nothing
    returning id, "externalId"`
  const created = new Map((await insert()).map(({ externalId, id }) => [externalId, id]))
  const landed = { created, updated: new Map(), removed: nothingRemoved }
  if (created.size === input.visits.length) return landed

  const differing = await tx.$queryRaw<
    (UpdatedVisit & { externalId: string; isInvented: boolean })[]
  >`
    select s.id, s."externalId", s."completedAt" is not null as "wasCompleted",
      s."customerPhone" as "phoneBefore",
      jsonb_build_object('customerName', s."customerName", 'customerPhone', s."customerPhone",
        'customerTimeZone', s."customerTimeZone", 'vehicleInfo', s."vehicleInfo",
        'serviceType', s."serviceType", 'status', s.status, 'appointmentDate', s."appointmentDate",
        'completedAt', s."completedAt", 'serviceAdvisorId', s."serviceAdvisorId",
        'isSample', s."isSample") as before,
      ${visitWords} as words,
      exists (select from "Organization" o where o.id = s."organizationId" and ${isInvented})
        as "isInvented"
    from "ServiceRecord" s join ${incoming} on r."externalId" = s."externalId"
    where s."organizationId" = ${organizationId}::uuid
      and (s.status <> 'completed'
        or (s."customerName", s."customerPhone", s."customerTimeZone", s."vehicleInfo",
          s."serviceType", s."appointmentDate", s."completedAt", s."serviceAdvisorId")
        is distinct from (r."customerName", r."customerPhone",
          coalesce(r."customerTimeZone", s."customerTimeZone"),
          s."vehicleInfo" || jsonb_strip_nulls(r."vehicleInfo"),
          coalesce(r."serviceType", s."serviceType"),
          ${appointmentDateAfter}, ${completedAtAfter},
          coalesce(r."serviceAdvisorId", s."serviceAdvisorId")))`
  const invented = differing.filter((visit) => visit.isInvented).map(({ id }) => id)
  const own = differing.filter((visit) => !visit.isInvented)
  const updateOwn = () => updateVisits(tx, { organizationId, visits: own, incoming, now })
  if (invented.length === 0) return { ...landed, updated: await updateOwn() }
  const samples = { organizationId, recordIds: invented, now: input.now }
  const { removed, landed: updated } = await replaceSamples(tx, samples, async () => {
    for (const { externalId, id } of await insert()) created.set(externalId, id)
    return updateOwn()
  })
  return { created, updated, removed }
}

async function updateVisits(
  tx: DbTransaction,
  input: {
    organizationId: string
    visits: readonly (UpdatedVisit & { externalId: string })[]
    incoming: Sql
    now: Date
  },
): Promise<Map<string, UpdatedVisit>> {
  const { organizationId, visits, incoming, now } = input
  const ids = visits.map(({ id }) => id).sort()
  if (ids.length === 0) return new Map()
  await tx.$executeRaw`
    select 1 from "Call"
    where "organizationId" = ${organizationId}::uuid and "serviceRecordId" = any(${ids}::uuid[])
    order by id for update`
  await tx.$executeRaw`
    select 1 from "ServiceRecord"
    where "organizationId" = ${organizationId}::uuid and id = any(${ids}::uuid[])
    order by id for no key update`
  await tx.$executeRaw`
    update "ServiceRecord" s set
      "customerName" = r."customerName",
      "customerPhone" = r."customerPhone",
      "customerTimeZone" = coalesce(r."customerTimeZone", s."customerTimeZone"),
      "vehicleInfo" = s."vehicleInfo" || jsonb_strip_nulls(r."vehicleInfo"),
      "serviceType" = coalesce(r."serviceType", s."serviceType"),
      status = 'completed',
      "appointmentDate" = ${appointmentDateAfter},
      "completedAt" = ${completedAtAfter},
      "serviceAdvisorId" = coalesce(r."serviceAdvisorId", s."serviceAdvisorId"),
      "isSample" = false,
      "updatedAt" = ${now}
    from ${incoming}
    where s."organizationId" = ${organizationId}::uuid and s.id = any(${ids}::uuid[])
      and s."externalId" = r."externalId"`
  return new Map(
    visits.map(({ externalId, id, wasCompleted, phoneBefore, before, words }) => [
      externalId,
      { id, wasCompleted, phoneBefore, before, words },
    ]),
  )
}
