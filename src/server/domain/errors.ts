/** Why a request cannot be done; the edges map each code to an HTTP status. */
export type DomainErrorCode =
  | 'not_found'
  | 'invalid_input'
  | 'conflict'
  | 'illegal_transition'
  | 'unauthenticated'
  | 'forbidden'
  | 'rate_limited'
  | 'unavailable'

/** One field that is wrong: `path` as the caller wrote it, `message` says what would be right. */
export type InputIssue = { path: string; message: string }

/** An error about one field: its message is said of that field, and of the request as a whole. */
export const fieldError = (code: DomainErrorCode, path: string, message: string): DomainError =>
  new DomainError(code, message, [{ path, message }])

/** The only error that services throw on purpose; its message is fit for a person to read. */
export class DomainError extends Error {
  override readonly name = 'DomainError'

  constructor(
    readonly code: DomainErrorCode,
    message: string,
    readonly issues: readonly InputIssue[] = [],
  ) {
    super(message)
  }
}

/** As an error `rate_limited`, with how long to wait. */
export class TooOftenError extends DomainError {
  constructor(
    message: string,
    readonly retryAfterSec: number,
  ) {
    super('rate_limited', message)
  }
}
