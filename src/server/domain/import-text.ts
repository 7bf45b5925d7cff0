/** Unicode in one form, inner white space as single blanks, none around. */
export const tidyText = (value: string): string =>
  value.normalize('NFC').replace(/\s+/g, ' ').trim()

/** Whether a cell says nothing: blank, or the dash that people put where nothing is known. */
export const isBlank = (value: string): boolean => /^[\s\u2013\u2014-]*$/.test(value)

const MAX_SHOWN = 200

/** A value as a report shows it: whole, unless it is very long. */
export const shorten = (value: string): string =>
  value.length <= MAX_SHOWN ? value : `${value.slice(0, MAX_SHOWN - 1)}…`

/**
 * What keeps a cell from being a name or a word, or null. Formulas and markup are harmless where
 * Ringback shows them, but they say that the file was tampered with or holds something else than
 * it should, and no one can be called by such a name.
 */
export function findTextProblem(written: string, maxLength: number): string | null {
  const value = written.trim()
  if (/[\r\n\v\f\u0085\u2028\u2029]/.test(value)) {
    return 'The value runs over several lines. Write it on one line.'
  }
  if (/\p{Cc}/u.test(value.replaceAll('\t', ' '))) {
    return 'The value holds characters that cannot be shown. Save the file as UTF-8 text.'
  }
  if (value.includes('\uFFFD')) {
    return 'A letter was lost when the file was saved. Save it as UTF-8.'
  }
  if (/^[=+@-]/.test(value)) {
    return `A value that starts with ${value[0]} looks like a spreadsheet formula. Write it as plain text.`
  }
  if (/[<>]/.test(value))
    return 'The value holds < or >, like program text. Write it as plain text.'
  if (value.length > maxLength) return `The value is longer than ${maxLength} characters.`
  return null
}

/** A heading without case, blanks, accents and punctuation. */
export const simplifyHeading = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
