import type { WebSocket } from 'ws'
import { DomainError } from '../domain/errors.ts'

/** More than all tabs of a browser need, which share one socket. */
const MAX_OPEN = 50
/** Who goes on asking after so many refusals is no page of ours. */
const MAX_REFUSALS = 50
const POLICY_VIOLATION = 1008

/** Takes room for one subscription, and answers how to give it back; more than once does no harm. */
export type TakeRoom = () => () => void

/** The subscriptions that one socket may have open; throws `rate_limited` beyond. */
export function createSubscriptionShare(socket: Pick<WebSocket, 'close'>): TakeRoom {
  const open = new Set<symbol>()
  let refusals = 0
  return () => {
    if (open.size >= MAX_OPEN) {
      refusals += 1
      if (refusals > MAX_REFUSALS) socket.close(POLICY_VIOLATION, 'Too many subscriptions')
      const message = `No more than ${MAX_OPEN} subscriptions can be open on one socket.`
      throw new DomainError('rate_limited', message)
    }
    const room = Symbol()
    open.add(room)
    return () => open.delete(room)
  }
}
