import { type TRPCLink, type TRPCWebSocketClient, wsLink } from '@trpc/client'
// biome-ignore lint/style/noRestrictedImports: what a link answers with is made nowhere else
import { observable } from '@trpc/server/observable'
import type { AppRouter } from '../../server/trpc/router.ts'

/**
 * Carries subscriptions over one socket at a time, which goes with the last of them: whoever signs in
 * should neither hear by a socket that was opened for somebody else, nor wait with one that was refused
 * and may be waiting long for its next try.
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
            if (carried > 0) return
            void client.close()
            client = open()
            carry = wsLink<AppRouter>({ client })(runtime)
          }
        })
    },
  }
}
