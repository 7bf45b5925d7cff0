import { createTRPCUntypedClient } from '@trpc/client'
import type { AppRouter } from '../../../server/trpc/router.ts'
import { createLinks } from '../links.ts'
import { createSwitchboard } from './switchboard.ts'
import { lineOver } from './words.ts'

/** Runs in a worker that all tabs of a browser share, and that ends with the last of them. */
const client = createTRPCUntypedClient<AppRouter>({
  links: createLinks({
    origin: location.origin,
    onDismissed: () => switchboard.tellAll({ type: 'dismissed' }),
    onRefused: () => switchboard.tellAll({ type: 'refused' }),
  }).links,
})

const switchboard = createSwitchboard({
  subscribe({ path, input }, { onData, onState, onError, onComplete }) {
    const subscription = client.subscription(path, input, {
      onData,
      onConnectionStateChange: ({ state, error }) => onState({ state, hasFailed: error !== null }),
      onError: ({ message }) => onError(message),
      onComplete,
    })
    return () => subscription.unsubscribe()
  },
  untilGone: (lockName) => navigator.locks.request(lockName, () => undefined),
})

addEventListener('connect', (event) => {
  if (!(event instanceof MessageEvent)) return
  for (const port of event.ports) switchboard.connect(lineOver(port))
})
