import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endpoints, requestTo } from '../../support/walls/endpoints.ts'
import { makeKey } from '../../support/walls/make-key.ts'
import { procedureSamples, samplePassword } from '../../support/walls/procedure-samples.ts'
import { procedures } from '../../support/walls/procedures.ts'
import {
  createWalledWorld,
  makePerson,
  type WalledWorld,
} from '../../support/walls/walled-world.ts'

const lines: string[] = []
const log = pino({ level: 'trace' }, { write: (line) => lines.push(line) })
const newPassword = 'a new pass phrase 7531'

let world: WalledWorld
/** What must never be read in a log. */
const secrets: Record<string, string> = {}
beforeAll(async () => {
  world = await createWalledWorld({}, log)
  secrets.password = samplePassword
  secrets.newPassword = newPassword
  secrets.setUpToken = world.deps.accounts.setUpToken
})
afterAll(() => world[Symbol.asyncDispose]())

function expectNoSecrets() {
  // Without lines there would be nothing to find.
  expect(lines.length).toBeGreaterThan(50)
  const text = lines.join('')
  for (const [name, secret] of Object.entries(secrets)) {
    expect(secret.length, name).toBeGreaterThan(8)
    expect(text.includes(secret), `${name} is in the log`).toBe(false)
    expect(text.includes(encodeURIComponent(secret)), `${name} is in the log`).toBe(false)
  }
}

const post = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  world.app.server.inject({
    method: 'POST',
    url,
    payload: JSON.stringify(body ?? {}),
    headers: { 'content-type': 'application/json', ...headers },
  })

/** Everything that a browser and a program send, once each. */
async function askForEverything(headers: Record<string, string>) {
  for (const { name, type } of procedures) {
    const input = procedureSamples[name]?.(world.ours.ids)
    if (type === 'mutation') await post(`/trpc/${name}`, input, headers)
    const query = encodeURIComponent(JSON.stringify(input ?? {}))
    await world.app.server.inject({ url: `/trpc/${name}?input=${query}`, headers })
  }
  for (const endpoint of endpoints) {
    const { method, url, body } = requestTo(endpoint, world.ours.ids)
    const type = { ...(body && { 'content-type': 'application/json' }), 'x-ringback': '1' }
    await world.app.server.inject({ method, url, payload: body, headers: { ...type, ...headers } })
  }
}

async function comeAndAsk() {
  const email = await makePerson(world.db, world.ours.organizationId, 'owner')
  const right = await post('/trpc/account.signIn', { email, password: samplePassword })
  await post('/trpc/account.signIn', { email, password: newPassword })
  await post('/trpc/account.signIn', { email: newPassword, password: samplePassword })
  const { setUpToken } = secrets
  await post('/trpc/account.found', { email, password: samplePassword, setUpToken })
  await post('/trpc/account.join', { token: setUpToken, name: 'Kim', password: newPassword })
  const [session] = right.cookies
  secrets.session = session?.value ?? ''
  const cookie = `${session?.name}=${session?.value}`
  const { key } = await makeKey(world.db, world.ours.organizationId, ['read', 'write-calls'])
  secrets.key = key
  secrets.badKey = `${key.slice(0, -4)}0000`
  await askForEverything({ cookie })
  await askForEverything({ authorization: `Bearer ${key}` })
  await askForEverything({ authorization: `Bearer ${secrets.badKey}` })
  const change = { currentPassword: samplePassword, newPassword }
  const again = await post('/trpc/account.signIn', { email, password: samplePassword })
  await post('/trpc/account.changePassword', change, {
    cookie: again.cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
  })
}

describe('no secret is ever written to the log', () => {
  it('while everything goes well, or is refused', async () => {
    await comeAndAsk()
    expectNoSecrets()
  })

  it('while nothing works, and errors are logged whole', { timeout: 60_000 }, async () => {
    const failures = () => lines.filter((line) => line.includes('"level":50')).length
    const before = failures()
    for (const table of ['Session', 'AuditEntry', 'Organization']) {
      await world.db.$executeRawUnsafe(`alter table "${table}" rename to "Gone"`)
      await post('/trpc/account.signIn', { email: 'a@x.test', password: samplePassword })
      await post('/trpc/account.found', {
        organizationName: 'A',
        timeZone: 'UTC',
        name: 'A',
        email: 'a@x.test',
        password: newPassword,
        setUpToken: secrets.setUpToken,
      })
      await askForEverything({ cookie: `ringback-session=${secrets.session}` })
      await post('/trpc/calls.update', {}, { authorization: `Bearer ${secrets.key}` })
      await world.db.$executeRawUnsafe(`alter table "Gone" rename to "${table}"`)
    }
    expect(failures()).toBeGreaterThan(before)
    expectNoSecrets()
  })
})
