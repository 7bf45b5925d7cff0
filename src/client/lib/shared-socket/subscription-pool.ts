import { createTRPCUntypedClient, type TRPCLink } from '@trpc/client'
import type { AppRouter } from '../../../server/trpc/router.ts'
import type { Subscribe } from './switchboard.ts'

/** After a cut a client asks for all its subscriptions at once, and the server takes no more. */
const PER_CLIENT = 10

/** Spreads subscriptions over as few clients, and so sockets, as can come back after a cut. */
export function createSubscriptionPool(
  openLinks: () => TRPCLink<AppRouter>[],
  perClient = PER_CLIENT,
): Subscribe {
  const open = () => ({
    client: createTRPCUntypedClient<AppRouter>({ links: openLinks() }),
    carried: new Set<symbol>(),
  })
  const clients = [open()]

  return ({ path, input }, { onData, onState, onError, onComplete }) => {
    let place = clients.find(({ carried }) => carried.size < perClient)
    if (place === undefined) {
      place = open()
      clients.push(place)
    }
    const { client, carried } = place
    const own = Symbol()
    carried.add(own)
    const subscription = client.subscription(path, input, {
      onData,
      onConnectionStateChange: ({ state, error }) => onState({ state, hasFailed: error !== null }),
      onError({ message }) {
        carried.delete(own)
        onError(message)
      },
      onComplete() {
        carried.delete(own)
        onComplete()
      },
    })
    return () => {
      carried.delete(own)
      subscription.unsubscribe()
    }
  }
}
