import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createDb } from '../../src/server/db/client.ts'
import { startEmbeddedServer } from '../../src/server/db/embedded-server.ts'
import { migrate } from '../../src/server/db/migrate.ts'
import type { TestDatabase } from '../support/clone-database.ts'
import { atLeast, type Measurement, none } from '../support/measurement.ts'
import { forgeriesOf, liveCall, post, toldCompleted } from '../support/twilio-hand.ts'
import { createTwilioWorld } from '../support/twilio-world.ts'
import { fingerprintOf } from '../support/walls/fingerprint.ts'

const replays = 100

/** Twenty forged webhooks change nothing, and a genuine one that comes a hundred times counts once. */
export async function measure(): Promise<Measurement> {
  const world = await createTwilioWorld({}, { openDatabase: openOwnDatabase })
  try {
    await world.dispatcher.stop()
    const { id, key, signed, tell } = await liveCall(world)
    await tell('voice', { AnsweredBy: 'human' })
    await tell('turns/1', { Digits: '1' })
    const genuine = signed('status', toldCompleted)
    const read = async () => JSON.stringify(await fingerprintOf(world.db))

    let taken = 0
    let changes = 0
    let before = await read()
    const forged = forgeriesOf(genuine, key)
    for (const one of forged) {
      if ((await post(world, one)).statusCode !== 403) taken += 1
      const after = await read()
      if (after !== before) changes += 1
      before = after
    }

    let effects = 0
    let refused = 0
    for (let sent = 0; sent < replays; sent += 1) {
      if ((await post(world, genuine)).statusCode !== 204) refused += 1
      const after = await read()
      if (after !== before) effects += 1
      before = after
    }
    const { status } = await world.callById(id)
    return {
      name: 'R19',
      aims: [
        atLeast('forged webhooks sent', 20, forged.length, ''),
        none('of them not refused with 403', taken),
        none('of them that changed a row', changes),
        {
          what: `effects of a genuine one, sent ${replays} times`,
          aim: '1',
          measured: String(effects),
          met: effects === 1 && status === 'completed',
        },
        none('of these refused', refused),
      ],
      figures: { forged: forged.length, replays, effects, status },
    }
  } finally {
    await world[Symbol.asyncDispose]()
  }
}

async function openOwnDatabase(): Promise<TestDatabase> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'ringback-r19-'))
  const server = await startEmbeddedServer({ dataDir })
  await migrate(server.url, path.resolve('prisma/migrations'))
  const db = createDb(server.url)
  const appDb = createDb(server.url, { role: 'ringback_app' })
  const systemDb = createDb(server.url, { role: 'ringback_dispatcher' })
  return {
    db,
    appDb,
    systemDb,
    url: server.url,
    async [Symbol.asyncDispose]() {
      await Promise.all([db, appDb, systemDb].map((each) => each.$disconnect()))
      await server.stop({ evenIfUsed: true })
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
