import { keepColumnChoice, readColumnChoice } from '../db/column-choices.ts'
import { inOrganization } from '../db/in-organization.ts'
import { keepReadingChoice } from '../db/reading-choices.ts'
import type { Actor } from '../domain/actor.ts'
import { refuseHeadlessFile } from '../domain/headless-file.ts'
import { headingsKey, isMendingHeading, refuseColumnIssues } from '../domain/import-columns.ts'
import type {
  ImportChoices,
  ImportFileInput,
  ImportFileResult,
  ImportPlan,
  ImportRun,
} from '../domain/import-file.schema.ts'
import type { ImportReport } from '../domain/import-report.schema.ts'
import { countryOfTimeZone, countrySchema } from '../domain/phone-number.ts'
import { type ImportFile, readImportFile } from './read-import-file.ts'
import { type ImportDeps, planImport, runImport } from './run-import.ts'

/**
 * Imports a file as a person brings it: at once where it leaves nothing to ask, else with a plan
 * first. What they choose for files like this is remembered for the organization.
 */
export async function importFile(
  deps: ImportDeps,
  by: { organizationId: string; actor: Actor },
  input: ImportFileInput & { signal?: AbortSignal | undefined },
): Promise<ImportFileResult> {
  const { fileName, content, mode, separator, dateSystem, choices, signal } = input
  const { encoding, firstLine } = input
  const { organizationId } = by
  const known: { choice: ImportChoices | null } = { choice: null }
  const file = await readImportFile(deps, organizationId, {
    fileName,
    content,
    separator,
    dateSystem,
    choose: async (headers) => {
      const headings = headingsKey(headers)
      known.choice = await inOrganization(deps.db, organizationId, (tx) =>
        readColumnChoice(tx, { organizationId, headings }),
      )
      const chosen = choices ?? known.choice
      return {
        mapping: chosen?.mapping,
        isComplete: chosen !== null,
        dateOrder: choices?.dateOrder,
        rememberedOrder: known.choice?.dateOrder,
        country: chosen?.country,
      }
    },
  })
  const { columns, missing, issues } = file.suggestion
  refuseHeadlessFile(columns, file.dateRules)
  const saidOrder = choices?.dateOrder ?? known.choice?.dateOrder
  const isOrderKnown = file.dates.isSure || saidOrder !== undefined
  const isReady = missing.length === 0 && isOrderKnown
  // What was a date for its writer is a mere number by now: somebody is to see what it is read as.
  // The workbook that mended rows are from may have counted them otherwise than their file does.
  const isFirst = known.choice === null || file.headers.some(isMendingHeading)
  const isToBeSeen = isFirst && (file.hasNumbersForDates || file.suggestion.isGuess)
  if (mode === 'auto' && isReady && isToBeSeen) return { kind: 'to_be_seen' }
  const isPlanned = mode === 'plan'
  if (mode === 'look' || isPlanned || (mode === 'auto' ? !isReady : !isOrderKnown)) {
    const outcome = isReady && isPlanned ? await planImport(deps, by, { file, signal }) : null
    const isRemembered = known.choice !== null
    return { kind: 'plan', plan: describePlan(file, { isRemembered, outcome }) }
  }
  refuseColumnIssues(issues)
  if (choices !== undefined) {
    const headings = headingsKey(file.headers)
    const usualCountry = countryOfTimeZone(file.dateRules.timeZone)
    await inOrganization(deps.db, organizationId, async (tx) => {
      await keepColumnChoice(tx, {
        organizationId,
        headings,
        mapping: columnHeadings(file.suggestion),
        dateOrder: saidOrder,
        // The organization's own goes with its time zone, which may be corrected.
        country: choices.country === usualCountry ? undefined : choices.country,
      })
      if (firstLine !== undefined && (encoding !== undefined || separator !== undefined)) {
        await keepReadingChoice(tx, { organizationId, firstLine, encoding, separator })
      }
    })
  }
  const badRecords: ImportRun['badRecords'] = []
  const run = await runImport(deps, by, {
    file,
    signal,
    onBadRow: ({ cells }, badCells) => {
      const problems = badCells.map(({ column, reason }) => ({ column, reason }))
      badRecords.push({ cells, problems })
    },
  })
  return { kind: 'run', run: { ...run, headings: [...file.headers], badRecords } }
}

const EXAMPLES = 3
const LONGEST_EXAMPLE = 60
const PREVIEWED_COLUMNS = 40

function describePlan(
  { fileName, headers, records, suggestion, dates, reading }: ImportFile,
  rest: { isRemembered: boolean; outcome: ImportReport | null },
): ImportPlan {
  const columns = headers.flatMap((header, index) => {
    if (header.trim() === '') return []
    const filled = records.slice(0, 200).map(({ cells }) => cells[index]?.trim() ?? '')
    const examples = [...new Set(filled.filter((cell) => cell !== ''))]
      .slice(0, EXAMPLES)
      .map((example) => example.slice(0, LONGEST_EXAMPLE))
    return [{ heading: header.trim(), examples }]
  })
  return {
    fileName,
    columns,
    preview: [headers, ...records.slice(0, EXAMPLES).map(({ cells }) => cells)].map((cells) =>
      cells.slice(0, PREVIEWED_COLUMNS).map((cell) => cell.trim().slice(0, LONGEST_EXAMPLE)),
    ),
    reading,
    countries: [...countrySchema.options],
    dates,
    ...rest,
    totalRows: records.length,
    mapping: columnHeadings(suggestion),
    missing: [...suggestion.missing],
  }
}

const columnHeadings = ({ columns }: ImportFile['suggestion']): ImportPlan['mapping'] =>
  Object.fromEntries([...columns].map(([field, { header }]) => [field, header]))
