import { createTRPCUntypedClient, type TRPCLink } from '@trpc/client'
import type { AppRouter } from '../../../server/trpc/router.ts'
import type { Subscribe } from './switchboard.ts'

/** After a cut a client asks for all its subscriptions at once, and the server takes no more. */
const PER_CLIENT = 10

/** Links over a socket of their own, and how to close it. */
type OpenLinks = () => { links: TRPCLink<AppRouter>[]; close: () => unknown }

/**
 * Spreads subscriptions over as few clients, and so sockets, as can come back after a cut. One that
 * carries nothing any more goes: it may be waiting long for its next try to come back, as after a
 * sign-out, and whoever signs in should not wait with it.
 */
export function createSubscriptionPool(openLinks: OpenLinks, perClient = PER_CLIENT): Subscribe {
  const clients = new Set<ReturnType<typeof open>>()
  const open = () => {
    const { links, close } = openLinks()
    const client = createTRPCUntypedClient<AppRouter>({ links })
    return { client, close, carried: new Set<symbol>() }
  }

  return ({ path, input }, { onData, onState, onError, onComplete }) => {
    const place = [...clients].find(({ carried }) => carried.size < perClient) ?? open()
    clients.add(place)
    const { client, carried } = place
    const own = Symbol()
    carried.add(own)
    const leave = () => {
      if (carried.delete(own) && carried.size === 0 && clients.delete(place)) place.close()
    }
    const subscription = client.subscription(path, input, {
      onData,
      onConnectionStateChange: ({ state, error }) => onState({ state, hasFailed: error !== null }),
      onError({ message }) {
        leave()
        onError(message)
      },
      onComplete() {
        leave()
        onComplete()
      },
    })
    return () => {
      subscription.unsubscribe()
      leave()
    }
  }
}
