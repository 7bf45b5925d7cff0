import { importFields } from '../../../server/domain/import-columns.ts'
import type { ImportPlan } from '../../../server/domain/import-file.schema.ts'

type Mapping = ImportPlan['mapping']

/** The columns of a file that was read anew, with what a person had said before of those still there. */
export function keepMapping(
  { mapping, columns }: Pick<ImportPlan, 'mapping' | 'columns'>,
  { recognized, chosen }: { recognized: Mapping; chosen: Mapping },
): Mapping {
  const headings = new Set(columns.map(({ heading }) => heading))
  const kept: Mapping = { ...mapping }
  for (const field of importFields) {
    const heading = chosen[field]
    if (heading === recognized[field]) continue
    if (heading === undefined) delete kept[field]
    else if (headings.has(heading)) kept[field] = heading
  }
  return kept
}
