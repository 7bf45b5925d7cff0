import { z } from 'zod'
import { PlacementRefused } from '../port.ts'

/**
 * Twilio's codes for a number that cannot be called at all:
 * 13223 and 13224 malformed or not valid, 21201 none given, 21211 invalid, 21214 cannot be reached,
 * 21217 does not appear to be valid, 21421 invalid.
 */
const badNumberCodes: ReadonlySet<number> = new Set([
  13223, 13224, 21201, 21211, 21214, 21217, 21421,
])

/** Answers by which Twilio says that it did nothing. 408 and 409 are not among them. */
const firmStatuses: ReadonlySet<number> = new Set([400, 401, 403, 404, 405, 429])

/** The request did not leave: there was nobody to send it to. */
const neverConnected: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'])

const restErrorSchema = z.object({
  status: z.number(),
  code: z.number().optional(),
  message: z.string().optional(),
})
const networkErrorSchema = z.object({ code: z.string() })

/** The firm no in an error of the library, or null where nobody knows whether a telephone rang. */
export function readRefusal(error: unknown): PlacementRefused | null {
  const answered = restErrorSchema.safeParse(error)
  if (answered.success) {
    const { status, code, message } = answered.data
    if (!firmStatuses.has(status)) return null
    const isBadNumber = code !== undefined && badNumberCodes.has(code)
    return new PlacementRefused(
      isBadNumber ? 'invalid_number' : 'provider_error',
      `Twilio refused the call (${code ?? `HTTP ${status}`}): ${message ?? 'no reason given'}`,
    )
  }
  const network = networkErrorSchema.safeParse(error)
  if (!network.success || !neverConnected.has(network.data.code)) return null
  return new PlacementRefused(
    'provider_error',
    `Twilio could not be reached (${network.data.code}); nothing was sent.`,
  )
}

export function isNotFound(error: unknown): boolean {
  const answered = restErrorSchema.safeParse(error)
  return answered.success && answered.data.status === 404
}

const invalidCallState = 21220

/** A call that is over cannot be hung up. */
export function isOver(error: unknown): boolean {
  const answered = restErrorSchema.safeParse(error)
  return answered.success && answered.data.code === invalidCallState
}
