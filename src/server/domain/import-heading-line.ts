import { requiredImportFields } from './import-columns.ts'
import { separators } from './import-separators.ts'

/** As many lines as titles, dates and addresses of a report take above its table. */
export const TOP_LINES = 50

/**
 * Where the headings stand among the first lines of a CSV file: at the top, unless that line has too
 * few cells for any table of visits, and below it begins one that is wide enough. `separator` is
 * what somebody says; else that of the table counts which begins first.
 */
export function findHeadingLine(lines: readonly string[], separator?: string): number {
  const [first = '', ...below] = lines
  // A title with commas is not the top of a table of semicolons.
  const tried = (separator === undefined ? separators : [separator]).filter(
    (one) => widestOf(below, one) >= LEAST,
  )
  const isTop = tried.some((one) => {
    const width = filledCount(first, one)
    // One heading short, it is still that of its rows.
    return (
      width >= LEAST || (width === LEAST - 1 && first.split(one).length >= longestOf(below, one))
    )
  })
  if (isTop) return 0
  // Where a cell runs on over lines, nobody knows by lines where a row begins.
  const broken = lines.findIndex((line) => line.split('"').length % 2 === 0)
  const whole = broken === -1 ? lines : lines.slice(0, broken)
  const found = tried
    .map((one) => {
      const enough = Math.max(LEAST, widestOf(whole, one) / 2)
      return whole.findIndex((line) => filledCount(line, one) >= enough)
    })
    .filter((at) => at !== -1)
  return found.length === 0 ? 0 : Math.min(...found)
}

const LEAST = requiredImportFields.length

const widestOf = (lines: readonly string[], separator: string) =>
  lines.reduce((most, line) => Math.max(most, filledCount(line, separator)), 0)

const longestOf = (lines: readonly string[], separator: string) =>
  lines.reduce((most, line) => Math.max(most, line.split(separator).length), 0)

const filledCount = (line: string, separator: string) =>
  line
    .replace(/"[^"]*"/g, 'x')
    .split(separator)
    .filter((cell) => cell.trim() !== '').length
