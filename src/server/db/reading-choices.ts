import { type ReadingChoice, readingChoiceSchema } from '../domain/import-file.schema.ts'
import type { DbTransaction } from './client.ts'

/** How somebody chose to have files with this first line read; null where nobody had to. */
export async function findReadingChoice(
  tx: DbTransaction,
  { organizationId, firstLine }: Named,
): Promise<ReadingChoice | null> {
  const row = await tx.readingChoice.findUnique({
    where: { organizationId_firstLine: { organizationId, firstLine } },
    select: { encoding: true, separator: true },
  })
  // An older version may have known others: then it is as if nobody had chosen.
  const kept = readingChoiceSchema.safeParse(row)
  return kept.success ? kept.data : null
}

/** What is not chosen now stays as it was chosen before. */
export async function keepReadingChoice(
  tx: DbTransaction,
  { organizationId, firstLine, encoding, separator }: Named & Chosen,
): Promise<void> {
  await tx.readingChoice.upsert({
    where: { organizationId_firstLine: { organizationId, firstLine } },
    create: { organizationId, firstLine, encoding, separator },
    update: { encoding, separator },
  })
}

type Named = { organizationId: string; firstLine: string }
type Chosen = { encoding: string | undefined; separator: string | undefined }
