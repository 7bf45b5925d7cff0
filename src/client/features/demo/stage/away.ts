import { failureCode } from '../../../components/failure-reason.ts'

/** Whoever is told something twice on the stage does it once: a server that is away is told until it is back. */
export const isAway = (error: unknown): boolean =>
  [null, 'SERVICE_UNAVAILABLE'].includes(failureCode(error))

export const KNOCK_AGAIN_MS = 1000

/** Whether something was told, does not get through, and is told again. */
export const isKnocking = (told: {
  isPending: boolean
  failureCount: number
  failureReason: unknown
}) => told.isPending && told.failureCount > 0 && isAway(told.failureReason)
