import type { z } from 'zod'
import type { Actor } from '../domain/actor.ts'
import { fieldError } from '../domain/errors.ts'
import { type ColumnSuggestion, refuseColumnIssues } from '../domain/import-columns.ts'
import type { ImportReport } from '../domain/import-report.schema.ts'
import type { importInputSchema } from '../domain/service-record.schema.ts'
import { readImportFile } from './read-import-file.ts'
import { type ImportDeps, runImport } from './run-import.ts'

/**
 * Lands the good rows of a CSV file, batch by batch, and reports the bad ones. The same file again
 * changes nothing. Throws `invalid_input` for a file that cannot be read at all, or whose
 * dates do not tell clearly in which of two ways to read them where nobody says it; an abort takes
 * effect between batches and leaves those that have landed.
 */
export async function importServiceRecords(
  deps: ImportDeps,
  by: { organizationId: string; actor: Actor },
  input: z.infer<typeof importInputSchema> & { signal?: AbortSignal },
): Promise<ImportReport> {
  const { fileName, content, timeZone, mapping, dateOrder, signal } = input
  const file = await readImportFile(deps, by.organizationId, {
    fileName,
    content,
    timeZone,
    choose: async () => ({ mapping, isComplete: false, dateOrder, rememberedOrder: undefined }),
  })
  refuseColumnIssues(file.suggestion.issues)
  refuseGuess(file.suggestion)
  if (!file.dates.isSure && dateOrder === undefined) {
    throw fieldError(
      'invalid_input',
      'dateOrder',
      `The date ${file.dates.example} can be read in two ways. Say month_first or day_first.`,
    )
  }
  const { report } = await runImport(deps, by, { file, signal })
  return report
}

/** Here nobody sees what the end of the visit is taken from before it is kept. */
function refuseGuess({ columns, isGuess }: ColumnSuggestion): void {
  if (!isGuess) return
  const [date, time] = (['completedAt', 'completedAtTime'] as const).map(
    (field) => columns.get(field)?.header ?? '',
  )
  throw fieldError(
    'invalid_input',
    'mapping',
    `The end of the visit may be in "${date}" and "${time}". Say completedAt and completedAtTime.`,
  )
}
