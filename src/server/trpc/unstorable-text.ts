import { DomainError } from '../domain/errors.ts'

/**
 * Finds text that PostgreSQL cannot keep: the character U+0000 anywhere, and half a surrogate pair,
 * which its JSON refuses. Answers the error that names the field, or null.
 */
export function findUnstorableText(input: unknown, path = ''): DomainError | null {
  if (typeof input === 'string') {
    if (!/\0|\p{Surrogate}/u.test(input)) return null
    const message = 'The text holds a character that cannot be stored.'
    return new DomainError('invalid_input', message, [{ path, message }])
  }
  if (typeof input !== 'object' || input === null) return null
  for (const [key, value] of Object.entries(input)) {
    const at = path === '' ? key : `${path}.${key}`
    const problem = findUnstorableText(key, at) ?? findUnstorableText(value, at)
    if (problem !== null) return problem
  }
  return null
}
