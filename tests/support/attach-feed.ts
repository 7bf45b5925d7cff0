import type { Server } from 'node:http'
import { createDb } from '../../src/server/db/client.ts'
import type { Feed } from '../../src/server/feed/feed.ts'
import { attachWebSocket } from '../../src/server/http/websocket.ts'
import { callsLive } from '../../src/server/trpc/calls-live.ts'
import type { Context } from '../../src/server/trpc/context.ts'
import { router } from '../../src/server/trpc/init.ts'
import { ManualClock } from './manual-clock.ts'
import { ScriptedProvider } from './scripted-provider.ts'
import { silentLog } from './silent-log.ts'

/** Serves a feed's subscription and nothing else; there is no database behind it. */
export function attachFeed(
  server: Server,
  options: { feed: Feed; organizationId: string | ((path: string) => string) },
) {
  const { feed, organizationId } = options
  const deps: Context['deps'] = {
    db: createDb('postgresql://nobody@127.0.0.1:1/nowhere'),
    clock: new ManualClock('2026-11-20T17:30:00Z'),
    random: () => 0.5,
    provider: new ScriptedProvider(),
    feed,
    zonesOfPhone: async () => [],
    log: silentLog,
  }
  return attachWebSocket({
    server,
    router: router({ calls: router({ live: callsLive }) }),
    createContext: ({ req }): Context => {
      const id = typeof organizationId === 'string' ? organizationId : organizationId(req.url ?? '')
      return {
        deps,
        identity: { organizationId: id, userId: id, role: 'owner' },
        requestId: 'bench',
      }
    },
    allowedOrigins: [],
    log: silentLog,
  })
}
