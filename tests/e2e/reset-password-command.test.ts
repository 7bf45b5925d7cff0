import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StartedServer, startServer } from '../support/started-server.ts'

let dataDir: string
let server: StartedServer
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'ringback-reset-'))
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

type Ended = { code: number; stdout: string; stderr: string }

/** `npm run --silent reset-password` as a person at a terminal runs it. */
const run = (...options: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' }
    const args = ['run', '--silent', 'reset-password', '--', ...options]
    execFile('npm', args, { env }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    )
  })

const email = 'robin@example.com'
const mutate = (procedure: string, input: object) =>
  fetch(`${server.address}/trpc/${procedure}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-ringback': '1' },
    body: JSON.stringify(input),
  })
const signIn = async (password: string) =>
  (await mutate('account.signIn', { email, password })).status

it('says what to do where there is no database', async () => {
  const { code, stdout, stderr } = await run('--email', email)
  expect([code, stdout]).toEqual([1, ''])
  expect(stderr).toMatch(/^There is no database in .* yet\. Start the server/)
})

describe('beside a running server', () => {
  const forgotten = 'four words and more'
  let cookie: string
  beforeAll(async () => {
    server = await startServer(dataDir, { DEMO: 'false', SIGN_UP: 'open' })
    const founded = await mutate('account.found', {
      organizationName: 'Example Motors',
      timeZone: 'America/New_York',
      name: 'Robin Example',
      email,
      password: forgotten,
    })
    expect(founded.status).toBe(200)
    cookie = founded.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  })
  afterAll(() => server.kill('SIGTERM'))
  const readOwn = async () =>
    (await fetch(`${server.address}/trpc/organization.current`, { headers: { cookie } })).status

  it('says who there is, for an address that nobody has', async () => {
    const { code, stdout, stderr } = await run('--email', 'nobody@example.com')
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/no account .* "nobody@example\.com".*\n {2}robin@example\.com\n$/)
    expect(await readOwn()).toBe(200)
  })

  it('lets somebody in again, and ends what was open', async () => {
    const { code, stdout, stderr } = await run('--email', ` ${email.toUpperCase()}`)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^[\w-]{20}\n$/)
    expect(await readOwn()).toBe(401)
    expect(await signIn(forgotten)).toBe(401)
    expect(await signIn(stdout.trim())).toBe(200)
  })
})

it.each([
  [['--email', 'agent@demo.invalid'], /^Visitors of the demo share this account/],
  [['--email', 'robin'], /^Write an e-mail address/],
  [[], /^Please give --email\./],
  [['--mail', 'robin@example.com'], /^Unknown option '--mail'/],
])('refuses %j in words', async (options, words) => {
  const { code, stdout, stderr } = await run(...options)
  expect([code, stdout]).toEqual([1, ''])
  expect(stderr).toMatch(words)
  expect(stderr).not.toMatch(/\n\s+at /)
})
