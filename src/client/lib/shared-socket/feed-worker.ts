import { createLinks } from '../links.ts'
import { createSubscriptionPool } from './subscription-pool.ts'
import { createSwitchboard } from './switchboard.ts'
import { lineOver } from './words.ts'

/** Runs in a worker that all tabs of a browser share, and that ends with the last of them. */
const openLinks = () =>
  createLinks({
    origin: location.origin,
    onDismissed: () => switchboard.tellAll({ type: 'dismissed' }),
    onRefused: () => switchboard.tellAll({ type: 'refused' }),
  }).links

const switchboard = createSwitchboard({
  subscribe: createSubscriptionPool(openLinks),
  untilGone: (lockName) => navigator.locks.request(lockName, () => undefined),
})

addEventListener('connect', (event) => {
  if (!(event instanceof MessageEvent)) return
  for (const port of event.ports) switchboard.connect(lineOver(port))
})
