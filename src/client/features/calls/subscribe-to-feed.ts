import type { TRPCClient } from '@trpc/client'
import type { AppRouter } from '../../../server/trpc/router.ts'
import type { LiveCallsOptions } from './live-calls.ts'

/** The subscription as tRPC gives it, told in the words of `createLiveCalls`. */
export const subscribeToFeed =
  (
    live: Pick<TRPCClient<AppRouter>['calls']['live'], 'subscribe'>,
  ): LiveCallsOptions['subscribe'] =>
  (after, { onMessage, onConnectionLost, onEnd }) => {
    const subscription = live.subscribe(
      { after },
      {
        onData: ({ id, data }) => onMessage({ cursor: id, message: data }),
        onConnectionStateChange({ state, error }) {
          if (state === 'connecting' && error !== null) onConnectionLost()
        },
        onError: onEnd,
        onComplete: onEnd,
      },
    )
    return () => subscription.unsubscribe()
  }
