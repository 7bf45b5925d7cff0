import { TRPCClientError } from '@trpc/client'
import { t } from '../i18n/t.ts'
import { withReadersClock } from '../lib/format-time.ts'

const FALLBACK = t('The server cannot be reached right now. Your data is safe; please try again.')

/** What went wrong, in the server's own words where it gave any. */
export function failureReason(error: unknown): string {
  // Without an answer there is only the browser's "Failed to fetch", which helps nobody.
  if (!(error instanceof TRPCClientError) || !error.data) return FALLBACK
  return withReadersClock(error.message)
}

/** Whether the server said that it did nothing; without its answer, nobody knows what it did. */
export function wasRefused(error: unknown): boolean {
  if (!(error instanceof TRPCClientError)) return false
  const data: unknown = error.data
  if (typeof data !== 'object' || data === null || !('httpStatus' in data)) return false
  return typeof data.httpStatus === 'number' && data.httpStatus < 500
}

/** The server's code of a failure, such as `CONFLICT`; null when it gave no answer. */
export function failureCode(error: unknown): string | null {
  if (!(error instanceof TRPCClientError)) return null
  const data: unknown = error.data
  if (typeof data !== 'object' || data === null || !('code' in data)) return null
  return typeof data.code === 'string' ? data.code : null
}
