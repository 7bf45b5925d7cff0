/** What a spreadsheet takes for the beginning of a formula; also in the wide forms of East Asia. */
const FORMULA_STARTS = '=+\\-@\\t\\r\\n\\uFF1D\\uFF0B\\uFF0D\\uFF20'

/**
 * Where a cell may begin: at its start, and wherever a spreadsheet of another language or with
 * other settings would cut our text into cells of its own.
 */
const formulaStart = new RegExp(`(?<=(?:^|[;|\\t\\r\\n])"*)(?=[${FORMULA_STARTS}])`, 'g')

/** Text with an apostrophe before what a spreadsheet would run, by which it keeps text as text. */
export const withoutFormulas = (text: string): string => text.replace(formulaStart, "'")
