import { type TRPCLink, type TRPCWebSocketClient, wsLink } from '@trpc/client'
// biome-ignore lint/style/noRestrictedImports: what a link answers with is made nowhere else
import { observable } from '@trpc/server/observable'
import type { AppRouter } from '../../server/trpc/router.ts'

/**
 * Carries subscriptions over one socket at a time. A client that carries nothing any more and whose
 * socket is not open goes: it may be waiting long for its next try, as one that was refused before
 * somebody signed in, and whoever signs in should not wait with it.
 */
export function createOwnSocket(open: () => TRPCWebSocketClient): {
  link: TRPCLink<AppRouter>
  close: () => Promise<void>
} {
  let client = open()
  return {
    close: () => client.close(),
    link(runtime) {
      let carry = wsLink<AppRouter>({ client })(runtime)
      let carried = 0
      return (operation) =>
        observable((observer) => {
          carried += 1
          const { unsubscribe } = carry(operation).subscribe(observer)
          return () => {
            unsubscribe()
            carried -= 1
            if (carried > 0 || client.connection?.state === 'open') return
            void client.close()
            client = open()
            carry = wsLink<AppRouter>({ client })(runtime)
          }
        })
    },
  }
}
