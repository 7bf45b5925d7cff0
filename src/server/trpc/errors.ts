import { TRPCError } from '@trpc/server'
import { z } from 'zod'
import { isDatabaseAway } from '../db/failures.ts'
import { DomainError, type DomainErrorCode, type InputIssue } from '../domain/errors.ts'

const codes = {
  not_found: 'NOT_FOUND',
  invalid_input: 'BAD_REQUEST',
  conflict: 'CONFLICT',
  illegal_transition: 'CONFLICT',
  unauthenticated: 'UNAUTHORIZED',
  forbidden: 'FORBIDDEN',
  rate_limited: 'TOO_MANY_REQUESTS',
  unavailable: 'SERVICE_UNAVAILABLE',
} as const satisfies Record<DomainErrorCode, TRPCError['code']>

/** Gives an error of the domain, of zod or of the database the code that its cause deserves. */
export function toTrpcError(error: unknown): TRPCError {
  const cause = error instanceof TRPCError ? error.cause : error
  if (cause instanceof DomainError) {
    return new TRPCError({ code: codes[cause.code], message: cause.message, cause })
  }
  if (isDatabaseAway(cause)) {
    return new TRPCError({
      code: 'SERVICE_UNAVAILABLE',
      message: 'The database does not answer right now. Please try again in a moment.',
      cause,
    })
  }
  if (error instanceof TRPCError) return error
  return new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause: error })
}

/** What a caller may read; the words of an error that nobody foresaw stay in the log. */
export function publicMessage(error: TRPCError): string {
  if (error.code === 'INTERNAL_SERVER_ERROR') return 'Something went wrong on our side.'
  const [issue] = issuesOf(error)
  if (error.cause instanceof z.ZodError && issue) {
    return issue.path === '' ? issue.message : `${issue.path}: ${issue.message}`
  }
  return error.message
}

/** Every field that is wrong, under the name by which the caller sent it. */
export function issuesOf(error: TRPCError): InputIssue[] {
  if (error.cause instanceof DomainError) return [...error.cause.issues]
  // An answer that does not fit its schema is our mistake and names no field of the caller's.
  if (error.code !== 'BAD_REQUEST' || !(error.cause instanceof z.ZodError)) return []
  return error.cause.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({
          path: [...issue.path, key].join('.'),
          message: 'This field is not known here.',
        }))
      : [{ path: issue.path.join('.'), message: issue.message }],
  )
}
