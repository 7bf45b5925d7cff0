import { type DomainError, fieldError } from '../domain/errors.ts'

/** No input goes deeper than a few levels; what does is meant to exhaust whoever walks through it. */
const MAX_DEPTH = 50

/**
 * Finds text that PostgreSQL cannot keep: the character U+0000 anywhere, and half a surrogate pair,
 * which its JSON refuses. Answers the error that names the field, or null.
 */
export function findUnstorableText(input: unknown, path = '', depth = 0): DomainError | null {
  if (typeof input === 'string') {
    if (!/\0|\p{Surrogate}/u.test(input)) return null
    return fieldError('invalid_input', path, 'The text holds a character that cannot be stored.')
  }
  if (typeof input !== 'object' || input === null) return null
  if (depth > MAX_DEPTH) {
    const message = 'This is nested too deeply.'
    const [field = ''] = path.split('.')
    return fieldError('invalid_input', field, message)
  }
  for (const [key, value] of Object.entries(input)) {
    const at = path === '' ? key : `${path}.${key}`
    const problem = findUnstorableText(key, at) ?? findUnstorableText(value, at, depth + 1)
    if (problem !== null) return problem
  }
  return null
}
