import { DomainError, type InputIssue } from './errors.ts'
import { columnNames } from './import-column-names.ts'
import { findBareDate, findNamePair, findTimeOf } from './import-column-pairs.ts'
import { simplifyHeading } from './import-text.ts'

/**
 * What a column may hold; `vehicle` is make, model and year in one cell. Where a name is in two
 * columns, `customerName` is the first one; `completedAtTime` is that of a date beside it.
 */
export const importFields = [
  'externalId',
  'customerName',
  'customerLastName',
  'customerPhone',
  'customerTimeZone',
  'vehicle',
  'make',
  'model',
  'year',
  'vehicleNumber',
  'vin',
  'serviceType',
  'appointmentDate',
  'completedAt',
  'completedAtTime',
  'serviceAdvisorName',
] as const
export type ImportField = (typeof importFields)[number]

/** The column of each field: its place in a row and its header as written. */
export type ImportColumns = ReadonlyMap<ImportField, { index: number; header: string }>

const requiredFields = {
  externalId: 'the order number, for example "RO #"',
  customerName: 'the customer’s name, for example "Customer Name"',
  customerPhone: 'the phone number, for example "Mobile Phone"',
  completedAt: 'the end of the visit, for example "Closed"',
} as const satisfies Partial<Record<ImportField, string>>
type RequiredImportField = keyof typeof requiredFields

export const requiredImportFields: readonly RequiredImportField[] = [
  'externalId',
  'customerName',
  'customerPhone',
  'completedAt',
]

const namesOf: Partial<Record<ImportField, readonly string[]>> = columnNames
const simpleNames = importFields.map((field) => ({
  field,
  names: (namesOf[field] ?? []).map(simplifyHeading),
}))

/** Which fields have a column and which problems stand in the way, the required ones among them. */
export type ColumnSuggestion = {
  columns: ImportColumns
  missing: readonly ImportField[]
  issues: readonly InputIssue[]
  /** A date that is called no more than that was taken for the end of the visit. */
  isGuess: boolean
}

/** Fields with those that complete them. */
const completions = [
  ['customerName', 'customerLastName'],
  ['completedAt', 'completedAtTime'],
] as const

/**
 * Finds the column of each field by its header; `mapping` (field to header) wins over the names
 * that are known, and is all there is where it `isComplete`. Of a file that `hasNoTimes` no column
 * is taken for one of them.
 */
export function suggestColumns(
  headers: readonly string[],
  mapping: Readonly<Record<string, string>> = {},
  { isComplete = false, hasNoTimes = false }: { isComplete?: boolean; hasNoTimes?: boolean } = {},
): ColumnSuggestion {
  const simple = headers.map(simplifyHeading)
  const taken = new Set<number>()
  const columns = new Map<ImportField, { index: number; header: string }>()
  const issues: InputIssue[] = []
  let isGuess = false
  const take = (field: ImportField, index: number) => {
    taken.add(index)
    columns.set(field, { index, header: headers[index]?.trim() ?? '' })
  }
  const find = (names: readonly string[]) => {
    for (const name of names) {
      const index = simple.findIndex((own, i) => own === name && !taken.has(i))
      if (index !== -1) return index
    }
    return -1
  }

  for (const [name, header] of Object.entries(mapping)) {
    const field = importFields.find((known) => known === name)
    const index = findHeader(headers, simple, header)
    if (field === undefined) {
      const message = `There is no field "${name}"; use one of ${importFields.join(', ')}.`
      issues.push({ path: `mapping.${name}`, message })
    } else if (index === -1 || header.trim() === '') {
      issues.push({ path: `mapping.${name}`, message: `The file has no column "${header}".` })
    } else take(field, index)
  }
  // Of several times that are called the same, the one beside the date.
  const beside = (columns.get('completedAt')?.index ?? Number.NaN) + 1
  const timeHeader = columns.get('completedAtTime')?.header
  if (timeHeader !== undefined && headers[beside]?.trim() === timeHeader) {
    take('completedAtTime', beside)
  }
  for (const [field, other] of completions) {
    // One column cannot be both halves.
    if (columns.get(field)?.index === columns.get(other)?.index) columns.delete(other)
  }
  const isFree = (index: number) => !taken.has(index)
  for (const { field, names } of isComplete ? [] : simpleNames) {
    if (columns.has(field)) continue
    const lastIndex = columns.get('customerLastName')?.index
    const pair = field === 'customerName' ? findNamePair(find, lastIndex) : null
    const index = pair?.first ?? find(names)
    if (index !== -1) take(field, index)
    if (pair !== null) take('customerLastName', pair.last)
    if (field !== 'completedAt' || hasNoTimes || columns.has('completedAtTime')) continue
    const dateIndex = columns.get('completedAt')?.index ?? findBareDate(simple, isFree)
    const timeIndex = dateIndex === -1 ? -1 : findTimeOf(simple, dateIndex, isFree)
    if (timeIndex === -1) continue
    isGuess = !columns.has('completedAt')
    take('completedAt', dateIndex)
    take('completedAtTime', timeIndex)
  }
  const missing = requiredImportFields.filter((field) => !columns.has(field))
  for (const field of missing) {
    if (issues.some(({ path }) => path === `mapping.${field}`)) continue
    const message = `The file has no column for ${requiredFields[field]}.`
    issues.push({ path: field, message })
  }
  return { columns, missing, issues, isGuess }
}

/** As it is written where two headings differ only in what is simplified away. */
function findHeader(headers: readonly string[], simple: readonly string[], wanted: string): number {
  const exact = headers.findIndex((header) => header.trim() === wanted.trim())
  return exact === -1 ? simple.indexOf(simplifyHeading(wanted)) : exact
}

/** As `suggestColumns`; throws `invalid_input` that names each column which is not there. */
export function mapColumns(
  headers: readonly string[],
  mapping: Readonly<Record<string, string>> = {},
): ImportColumns {
  const { columns, issues } = suggestColumns(headers, mapping)
  refuseColumnIssues(issues)
  return columns
}

export function refuseColumnIssues(issues: readonly InputIssue[]): void {
  if (issues.length === 0) return
  throw new DomainError('invalid_input', issues.map(({ message }) => message).join(' '), [
    ...issues,
  ])
}

/** The headings, one of each language, of the column that we add to rows that are to be mended. */
export const mendingHeadings = ['To mend', 'Por corregir'] as const

export const isMendingHeading = (header: string): boolean =>
  mendingHeadings.some((heading) => simplifyHeading(heading) === simplifyHeading(header))

/** What files with the same headings have in common, in whatever order these stand; mended rows too. */
export const headingsKey = (headers: readonly string[]): string =>
  headers
    .filter((header) => !isMendingHeading(header))
    .map(simplifyHeading)
    .filter((heading) => heading !== '')
    .sort()
    .join('|')
