import { failureCode } from '../../../components/failure-reason.ts'

/** Whoever is told something twice on the stage does it once: a server that is away is told until it is back. */
export const isAway = (error: unknown): boolean =>
  [null, 'SERVICE_UNAVAILABLE'].includes(failureCode(error))

export const KNOCK_AGAIN_MS = 1000

/**
 * When something is told again: for as long as the server is away, and a few times where it says
 * "not yet". However long was knocked, that patience is whole.
 */
export function retryWithPatience(patience: number) {
  let refused = 0
  return (failures: number, error: unknown): boolean => {
    if (failures === 0) refused = 0
    if (isAway(error)) return true
    if (failureCode(error) !== 'CONFLICT') return false
    refused += 1
    return refused <= patience
  }
}

/** Whether something was told, does not get through, and is told again. */
export const isKnocking = (told: {
  isPending: boolean
  failureCount: number
  failureReason: unknown
}) => told.isPending && told.failureCount > 0 && isAway(told.failureReason)
