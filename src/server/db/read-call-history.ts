import { z } from 'zod'
import { auditEntrySchema } from '../domain/audit.schema.ts'
import { vehicleInfoSchema } from '../domain/call.schema.ts'
import type {
  CallEdit,
  CallHistory,
  CallOrigin,
  CustomerVisit,
} from '../domain/call-history.schema.ts'
import type { CallOutcome, CallStatus } from '../domain/call-status.ts'
import { originalsOf, visitFields } from '../domain/feedback-originals.ts'
import type { DbTransaction } from './client.ts'
import { listAuditEntries } from './list-audit-entries.ts'

const most = 30
const mostCorrections = 1000

/**
 * What lies around a call, null if there is none: the newest of each, told to `most`. `cursor` asks for
 * older changes.
 */
export async function readCallHistory(
  tx: DbTransaction,
  target: { organizationId: string; callId: string; cursor: string | null },
): Promise<CallHistory | null> {
  const { organizationId, callId, cursor } = target
  const call = await tx.call.findFirst({
    where: { organizationId, id: callId },
    select: {
      phoneNumber: true,
      serviceRecordId: true,
      isDemo: true,
      originEntryId: true,
      npsScore: true,
      rating: true,
      feedbackSummary: true,
      serviceRecord: {
        select: { positiveMentions: true, areasToImprove: true, calls: { select: { id: true } } },
      },
    },
  })
  if (call === null) return null
  const { serviceRecord, originEntryId, ...own } = call
  const visits = await readOtherVisits(tx, { organizationId, ...own })
  const edits = await listAuditEntries(tx, organizationId, {
    subjectType: 'call',
    subjectId: callId,
    limit: most,
    cursor,
  })
  const corrections = await tx.auditEntry.findMany({
    where: {
      organizationId,
      subjectType: 'call',
      action: 'call.updated',
      subjectId: { in: serviceRecord.calls.map(({ id }) => id) },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: mostCorrections,
  })
  return {
    visits: visits.slice(0, most),
    hasMoreVisits: visits.length > most,
    origin:
      originEntryId === null ? null : await readOrigin(tx, { organizationId, id: originEntryId }),
    // How it was created is told as its origin.
    edits: await withOrderNumbers(
      tx,
      organizationId,
      edits.entries.filter(({ id }) => id !== originEntryId).map(toEdit),
    ),
    nextCursor: edits.nextCursor,
    originals: originalsOf(
      corrections.map((row) => (row.subjectId === callId ? toEdit(row) : ofVisit(toEdit(row)))),
      { ...own, ...serviceRecord },
    ),
  }
}

async function readOrigin(
  tx: DbTransaction,
  where: { organizationId: string; id: string },
): Promise<CallOrigin | null> {
  const entry = await tx.auditEntry.findFirst({ where })
  if (entry === null) return null
  const { subjectType, subjectId } = entry
  const campaign =
    subjectType === 'campaign' && subjectId !== null
      ? await tx.campaign.findFirst({
          where: { organizationId: where.organizationId, id: subjectId },
          select: { name: true },
        })
      : null
  const { before, after, ...deed } = toEdit(entry)
  const { fileName = null } = fileSchema.catch({}).parse(after)
  return { ...deed, fileName, campaignName: campaign?.name ?? null }
}

const fileSchema = z.object({ fileName: z.string().optional() })

/** A visit that joined the call or left it is told by its order number, as long as it is there. */
async function withOrderNumbers(
  tx: DbTransaction,
  organizationId: string,
  edits: readonly CallEdit[],
): Promise<CallEdit[]> {
  const visitOf = ({ action, before, after }: CallEdit) => {
    const told = action === 'call.joined' ? after : action === 'call.left' ? before : null
    return typeof told?.serviceRecordId === 'string' ? told.serviceRecordId : null
  }
  const visits = await tx.serviceRecord.findMany({
    where: { organizationId, id: { in: edits.flatMap((edit) => visitOf(edit) ?? []) } },
    select: { id: true, externalId: true },
  })
  const orders = new Map(visits.map(({ id, externalId }) => [id, externalId]))
  return edits.map((edit) => {
    const externalId = orders.get(visitOf(edit) ?? '')
    if (externalId === undefined) return edit
    return edit.action === 'call.left'
      ? { ...edit, before: { ...edit.before, externalId } }
      : { ...edit, after: { ...edit.after, externalId } }
  })
}

/** What an edit of another call of the visit changed of what they share. */
const ofVisit = (edit: CallEdit): CallEdit => ({
  ...edit,
  after:
    edit.after &&
    Object.fromEntries(
      Object.entries(edit.after).filter(([name]) => visitFields.some((field) => field === name)),
    ),
})

type VisitRow = Omit<CustomerVisit, 'completedAt' | 'vehicleInfo' | 'call'> & {
  completedAt: Date | null
  vehicleInfo: unknown
  callId: string | null
  status: CallStatus | null
  outcome: CallOutcome | null
  npsScore: number | null
  feedbackSummary: string | null
}

/** A visit that another call asked about as well leads to that one. */
async function readOtherVisits(
  tx: DbTransaction,
  of: { organizationId: string; phoneNumber: string; serviceRecordId: string; isDemo: boolean },
): Promise<CustomerVisit[]> {
  const rows = await tx.$queryRaw<VisitRow[]>`
    select s.id as "serviceRecordId", s."externalId", s."serviceType", s."vehicleInfo",
      s."completedAt", c.id as "callId", c.status, c.outcome, c."npsScore", c."feedbackSummary"
    from "ServiceRecord" s
    left join lateral (
      select * from "Call" c
      where c."organizationId" = s."organizationId" and (c."serviceRecordId" = s.id
        or c.id in (select v."callId" from "CoveredVisit" v
          where v."organizationId" = s."organizationId" and v."serviceRecordId" = s.id))
      order by c."serviceRecordId" = s.id, c."createdAt" desc, c.id desc limit 1
    ) c on true
    where s."organizationId" = ${of.organizationId}::uuid and s."customerPhone" = ${of.phoneNumber}
      and s.id <> ${of.serviceRecordId}::uuid and s."isDemo" = ${of.isDemo}
    order by s."completedAt" desc nulls last, s.id desc
    limit ${most + 1}`
  return rows.map((row) => ({
    serviceRecordId: row.serviceRecordId,
    externalId: row.externalId,
    serviceType: row.serviceType,
    vehicleInfo: vehicleInfoSchema.parse(row.vehicleInfo),
    completedAt: row.completedAt?.toISOString() ?? null,
    call: toCall(row),
  }))
}

const toCall = ({ callId: id, status, outcome, npsScore, feedbackSummary }: VisitRow) =>
  id === null || status === null ? null : { id, status, outcome, npsScore, feedbackSummary }

const { actorKind: actorKindSchema, before: fieldsSchema } = auditEntrySchema.shape

type EntryRow = Record<'id' | 'actorKind' | 'actorName' | 'action', string> & {
  createdAt: Date | string
  before: unknown
  after: unknown
}

function toEdit(row: EntryRow): CallEdit {
  return {
    id: row.id,
    createdAt: new Date(row.createdAt).toISOString(),
    actorKind: actorKindSchema.parse(row.actorKind),
    actorName: row.actorName,
    action: row.action,
    before: fieldsSchema.catch(null).parse(row.before),
    after: fieldsSchema.catch(null).parse(row.after),
  }
}
