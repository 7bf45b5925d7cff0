import { createHash } from 'node:crypto'
import { type ImportChoices, importChoicesSchema } from '../domain/import-file.schema.ts'
import type { DbTransaction } from './client.ts'

/** What somebody chose before for files with these headings. */
export async function readColumnChoice(
  tx: DbTransaction,
  { organizationId, ...named }: Named,
): Promise<ImportChoices | null> {
  const headings = markOf(named.headings)
  const row = await tx.columnChoice.findUnique({
    where: { organizationId_headings: { organizationId, headings } },
  })
  if (row === null) return null
  // An older version may have known other fields: then it is as if nobody had chosen.
  const { mapping } = row
  const kept = importChoicesSchema.safeParse({
    mapping,
    dateOrder: row.dateOrder ?? undefined,
    country: row.country ?? undefined,
  })
  return kept.success ? kept.data : null
}

export async function keepColumnChoice(
  tx: DbTransaction,
  input: Named & ImportChoices,
): Promise<void> {
  const { organizationId } = input
  const headings = markOf(input.headings)
  // No database takes these; a heading is found without them, too.
  const mapping = Object.fromEntries(
    Object.entries(input.mapping).map(([field, heading]) => [
      field,
      heading.replace(/[\p{Cc}\p{Cs}]/gu, ''),
    ]),
  )
  const kept = { mapping, dateOrder: input.dateOrder ?? null, country: input.country ?? null }
  await tx.columnChoice.upsert({
    where: { organizationId_headings: { organizationId, headings } },
    create: { organizationId, headings, ...kept },
    update: kept,
  })
}

type Named = { organizationId: string; headings: string }

/** Wide files have more headings than an index takes. */
const markOf = (headings: string) => createHash('sha256').update(headings).digest('hex')
