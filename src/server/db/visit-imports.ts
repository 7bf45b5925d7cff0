import type { z } from 'zod'
import type { Actor } from '../domain/actor.ts'
import { DomainError } from '../domain/errors.ts'
import type {
  PastImport,
  PastImportsPage,
  pastImportsInputSchema,
} from '../domain/import-file.schema.ts'
import { MS_PER_DAY } from '../domain/zone-clock.ts'
import type { DbTransaction } from './client.ts'
import { cutPage, type MarkFormat, type PageMark, readMark } from './page-mark.ts'

/** For so long an import keeps what it takes to be undone. */
export const UNDOABLE_DAYS = 30
/** After so long without an end the process that ran it is gone. */
const LONGEST_RUN_MS = 15 * 60_000

/**
 * Answers the id of a new import. Forgets how to undo imports of long ago, and those that broke off
 * before they brought anything, as checks do whose process ended.
 */
export async function startImport(
  tx: DbTransaction,
  input: {
    organizationId: string
    actor: Actor
    fileName: string
    totalRows: number
    startedAt: Date
  },
): Promise<string> {
  const { organizationId, actor, fileName, totalRows, startedAt } = input
  const before = new Date(startedAt.getTime() - UNDOABLE_DAYS * MS_PER_DAY)
  const isOld = { organizationId, import: { startedAt: { lt: before } } }
  await tx.importedVisit.deleteMany({ where: isOld })
  await tx.importedCall.deleteMany({ where: isOld })
  await tx.visitImport.deleteMany({
    where: {
      organizationId,
      finishedAt: null,
      created: 0,
      updated: 0,
      startedAt: { lt: new Date(startedAt.getTime() - LONGEST_RUN_MS) },
    },
  })
  const { id } = await tx.visitImport.create({
    data: {
      organizationId,
      fileName,
      totalRows,
      startedAt,
      actorKind: actor.kind,
      actorId: actor.id,
      actorName: actor.name,
    },
    select: { id: true },
  })
  return id
}

export type Landing = {
  organizationId: string
  importId: string
  createdIds: readonly string[]
  /** By the id of a changed visit, what it was before. */
  before: ReadonlyMap<string, unknown>
  callIds: readonly string[]
  landedAt: Date
  progress: { readRows: number; badRows: number; updated: number; unchanged: number }
}

/**
 * Notes what a batch did, in its own transaction; true where the import is to stop after it. Throws
 * `conflict` for an import that was taken for broken off and undone while it still ran.
 */
export async function noteLanding(tx: DbTransaction, landing: Landing): Promise<boolean> {
  const { organizationId, importId, createdIds, before, callIds, landedAt, progress } = landing
  const visits = JSON.stringify([
    ...createdIds.map((id) => ({ id, before: null })),
    ...[...before].map(([id, words]) => ({ id, before: words })),
  ])
  await tx.$executeRaw`
    insert into "ImportedVisit" ("organizationId", "importId", "serviceRecordId", before, "landedAt")
    select ${organizationId}::uuid, ${importId}::uuid, r.id, nullif(r.before, 'null'), ${landedAt}
    from jsonb_to_recordset(${visits}::jsonb) as r(id uuid, before jsonb)`
  await tx.$executeRaw`
    insert into "ImportedCall" ("organizationId", "importId", "callId")
    select ${organizationId}::uuid, ${importId}::uuid, unnest(${[...callIds]}::uuid[])`
  const { canceledAt, undoneAt } = await tx.visitImport.update({
    where: { organizationId_id: { organizationId, id: importId } },
    data: {
      readRows: { increment: progress.readRows },
      badRows: { increment: progress.badRows },
      created: { increment: createdIds.length },
      updated: { increment: progress.updated },
      unchanged: { increment: progress.unchanged },
      callsCreated: { increment: callIds.length },
    },
    select: { canceledAt: true, undoneAt: true },
  })
  if (undoneAt !== null) throw new DomainError('conflict', 'This import was undone meanwhile.')
  return canceledAt !== null
}

export async function finishImport(
  tx: DbTransaction,
  { organizationId, importId, finishedAt }: Named & { finishedAt: Date },
): Promise<void> {
  await tx.visitImport.updateMany({
    where: { organizationId, id: importId },
    data: { finishedAt },
  })
}

/** Asks a running import to stop; false where there is none. */
export async function askToStop(
  tx: DbTransaction,
  { organizationId, importId, now }: Named & { now: Date },
): Promise<boolean> {
  const { count } = await tx.visitImport.updateMany({
    where: { organizationId, id: importId, finishedAt: null },
    data: { canceledAt: now },
  })
  return count === 1
}

/** Notes how far a check has come, which lands nothing; true where somebody wants it to stop. */
export async function noteCheck(
  tx: DbTransaction,
  { organizationId, importId, readRows }: Named & { readRows: number },
): Promise<boolean> {
  const { canceledAt } = await tx.visitImport.update({
    where: { organizationId_id: { organizationId, id: importId } },
    data: { readRows },
    select: { canceledAt: true },
  })
  return canceledAt !== null
}

/** A check leaves nothing behind, not even that it was made. */
export async function forgetCheck(
  tx: DbTransaction,
  { organizationId, importId }: Named,
): Promise<void> {
  await tx.visitImport.deleteMany({ where: { organizationId, id: importId } })
}

type Named = { organizationId: string; importId: string }

/** The import that somebody is running right now, the newest first. */
export async function readRunningImport(
  tx: DbTransaction,
  { organizationId, actorId, now }: { organizationId: string; actorId: string | null; now: Date },
): Promise<PastImport | null> {
  const row = await tx.visitImport.findFirst({
    where: {
      organizationId,
      actorId,
      finishedAt: null,
      startedAt: { gt: new Date(now.getTime() - LONGEST_RUN_MS) },
    },
    orderBy: { id: 'desc' },
  })
  return row && asPastImport(row, now)
}

export async function readImport(
  tx: DbTransaction,
  { organizationId, importId, now }: Named & { now: Date },
): Promise<PastImport | null> {
  const row = await tx.visitImport.findFirst({ where: { organizationId, id: importId } })
  return row && asPastImport(row, now)
}

const format: MarkFormat = { order: 'imports', keyType: 'instant' }

/** One page of the imports that brought or changed anything, the newest first. */
export async function listImports(
  tx: DbTransaction,
  input: z.output<typeof pastImportsInputSchema> & { organizationId: string; now: Date },
): Promise<PastImportsPage> {
  const { organizationId, now, limit, cursor } = input
  const rows = await tx.visitImport.findMany({
    where: {
      organizationId,
      OR: [{ created: { gt: 0 } }, { updated: { gt: 0 } }],
      ...(cursor && { AND: olderThan(readMark(cursor, format)) }),
    },
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  })
  const { rows: imports, nextCursor } = cutPage(
    rows.map((row) => asPastImport(row, now)),
    { limit, format, keyOf: ({ startedAt }) => startedAt },
  )
  return { imports, nextCursor }
}

function olderThan({ key, id }: PageMark) {
  const startedAt = new Date(key ?? 0)
  return { OR: [{ startedAt: { lt: startedAt } }, { startedAt, id: { lt: id } }] }
}

type ImportRow = Awaited<ReturnType<DbTransaction['visitImport']['findFirstOrThrow']>>

function asPastImport(row: ImportRow, now: Date): PastImport {
  const { id, fileName, actorName, totalRows, readRows, badRows, created, updated } = row
  const status = statusOf(row, now)
  const until = new Date(row.startedAt.getTime() + UNDOABLE_DAYS * MS_PER_DAY)
  const isUndoable = status !== 'undone' && status !== 'running' && until > now
  return {
    id,
    fileName,
    actorName,
    totalRows,
    readRows,
    badRows,
    created,
    updated,
    status,
    unchanged: row.unchanged,
    callsCreated: row.callsCreated,
    startedAt: row.startedAt.toISOString(),
    undoableUntil: isUndoable ? until.toISOString() : null,
    undoneByName: row.undoneByName,
  }
}

function statusOf(row: ImportRow, now: Date): PastImport['status'] {
  if (row.undoneAt !== null) return 'undone'
  if (row.finishedAt === null) {
    return now.getTime() - row.startedAt.getTime() < LONGEST_RUN_MS ? 'running' : 'broken_off'
  }
  if (row.readRows >= row.totalRows) return 'done'
  return row.canceledAt === null ? 'broken_off' : 'canceled'
}
