import { createTRPCUntypedClient, type TRPCLink } from '@trpc/client'
import type { AppRouter } from '../../../server/trpc/router.ts'
import type { Subscribe } from './switchboard.ts'

/** After a cut a client asks for all its subscriptions at once, and the server takes no more. */
const PER_CLIENT = 10

/**
 * Spreads subscriptions over as few clients, and so sockets, as can come back after a cut; `openLinks`
 * answers links over a socket of their own, which goes when it carries nothing.
 */
export function createSubscriptionPool(
  openLinks: () => TRPCLink<AppRouter>[],
  perClient = PER_CLIENT,
): Subscribe {
  const open = () => ({
    client: createTRPCUntypedClient<AppRouter>({ links: openLinks() }),
    carried: new Set<symbol>(),
  })
  const clients = new Set<ReturnType<typeof open>>()

  return ({ path, input }, { onData, onState, onError, onComplete }) => {
    const place = [...clients].find(({ carried }) => carried.size < perClient) ?? open()
    clients.add(place)
    const { client, carried } = place
    const own = Symbol()
    carried.add(own)
    const leave = () => carried.delete(own)
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
