import type { IncomingHttpHeaders, Server } from 'node:http'
import { createAccounts } from '../../src/server/auth/accounts.ts'
import { identityOfMember } from '../../src/server/auth/identity.ts'
import { createDb } from '../../src/server/db/client.ts'
import type { Feed } from '../../src/server/feed/feed.ts'
import { attachWebSocket } from '../../src/server/http/websocket.ts'
import { callsLive } from '../../src/server/trpc/calls-live.ts'
import type { Context } from '../../src/server/trpc/context.ts'
import { router } from '../../src/server/trpc/init.ts'
import { localParts } from './local-parts.ts'
import { ManualClock } from './manual-clock.ts'
import { ScriptedProvider } from './scripted-provider.ts'
import { silentLog } from './silent-log.ts'

/** Serves a feed's subscription to everybody and nothing else; there is no database behind it. */
export async function attachFeed(
  server: Server,
  input: { feed: Feed; organizationOf: (headers: IncomingHttpHeaders) => string },
) {
  const db = createDb('postgresql://nobody@127.0.0.1:1/nowhere')
  const accounts = await createAccounts({
    db,
    secret: 'of nobody',
    publicOrigin: null,
    isDemoOpen: false,
    isSignUpOpen: false,
  })
  const deps: Context['deps'] = {
    accounts,
    db,
    systemDb: db,
    mailer: null,
    publicUrl: null,
    feed: input.feed,
    clock: new ManualClock('2026-11-20T17:30:00Z'),
    random: () => 0.5,
    provider: new ScriptedProvider(),
    ...localParts,
    zonesOfPhone: async () => [],
    log: silentLog,
  }
  return attachWebSocket({
    server,
    router: router({ calls: router({ live: callsLive }) }),
    async identify(headers) {
      const organizationId = input.organizationOf(headers)
      const user = { id: organizationId, name: 'Robin' }
      return identityOfMember({ organizationId, user, role: 'owner', sessionId: null })
    },
    identities: { findEnded: async () => new Set(), readChanges: async () => [] },
    contextFor: (identity) => ({ deps, identity, requestId: 'of nobody' }),
    publicOrigin: null,
    log: silentLog,
  })
}
