import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databasePid, type StartedServer, startServer } from '../support/started-server.ts'

let dataDir: string
let server: StartedServer
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'ringback-commands-'))
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

type Ended = { code: number; stdout: string; stderr: string }

/** `npm run --silent <command>` as a person at a terminal runs it. */
const run = (command: string, options: string[], databaseUrl = ''): Promise<Ended> =>
  new Promise((resolve) => {
    const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: databaseUrl }
    const args = ['run', '--silent', command, '--', ...options]
    execFile('npm', args, { env }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    )
  })
const forDemo = ['--organization', 'demo', '--name', 'Push']
const makeKey = (...more: string[]) => run('key', [...forDemo, ...more])
const resetPassword = (email: string) => run('reset-password', ['--email', email])

async function readVisits(key: string): Promise<number> {
  const headers = { authorization: `Bearer ${key.trim()}` }
  return (await fetch(`${server.address}/api/v1/service-records?limit=1`, { headers })).status
}

const email = 'robin@example.com'
const mutate = (procedure: string, input: object) =>
  fetch(`${server.address}/trpc/${procedure}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-ringback': '1' },
    body: JSON.stringify(input),
  })
const signIn = async (password: string) =>
  (await mutate('account.signIn', { email, password })).status

/** Words alone: no stack. */
function expectRefusal({ code, stdout, stderr }: Ended, words: RegExp) {
  expect([code, stdout]).toEqual([1, ''])
  expect(stderr).toMatch(words)
  expect(stderr).not.toMatch(/\n\s+at /)
}

describe('where there is no database', () => {
  it.each([
    ['key', [...forDemo, '--scope', 'read']],
    ['reset-password', ['--email', email]],
  ])('%s says what to do', async (command, options) => {
    const words = /^There is no database in .* yet\. Start the server/
    expectRefusal(await run(command, options), words)
  })
})

describe('beside a running server', () => {
  const forgotten = 'four words and more'
  let cookie: string
  beforeAll(async () => {
    server = await startServer(dataDir, { SIGN_UP: 'open' })
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
  const readOwn = async () =>
    (await fetch(`${server.address}/trpc/organization.current`, { headers: { cookie } })).status

  it('a key is printed and nothing else', async () => {
    const read = await makeKey('--scope', 'read')
    expect(read).toEqual({ code: 0, stdout: expect.stringMatching(/^rb_[\w-]{43}\n$/), stderr: '' })
    expect(await readVisits(read.stdout)).toBe(200)
    const other = await makeKey('--scope', 'write:visits, Schedule write', '--scope=calls:write')
    expect(await readVisits(other.stdout)).toBe(403)
  })

  it('a key is made in the database that is named, or its absence is told', async () => {
    const pidFile = await readFile(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8')
    const password = await readFile(path.join(dataDir, 'postgres-password'), 'utf8')
    const url = `postgresql://ringback:${password}@127.0.0.1:${pidFile.split('\n')[3]}/ringback`
    const options = [...forDemo, '--scope', 'read']
    expect(await readVisits((await run('key', options, url)).stdout)).toBe(200)
    const elsewhere = url.replace('@127.0.0.1', '@127.0.0.9')
    expectRefusal(await run('key', options, elsewhere), /does not answer/)
  })

  it('who has no account is told who has', async () => {
    const words = /no account .* "nobody@example\.com".*\n {2}robin@example\.com\n$/
    expectRefusal(await resetPassword('nobody@example.com'), words)
    const ofDemo = /^Visitors of the demo share this account/
    expectRefusal(await resetPassword('agent@demo.invalid'), ofDemo)
    expect(await readOwn()).toBe(200)
  })

  it('somebody is let in again, and what was open ends', async () => {
    const { code, stdout, stderr } = await resetPassword(` ${email.toUpperCase()}`)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^[\w-]{20}\n$/)
    expect(await readOwn()).toBe(401)
    expect(await signIn(forgotten)).toBe(401)
    expect(await signIn(stdout.trim())).toBe(200)
  })
})

describe('where no server runs', () => {
  it('a key is made all the same, and the database left as it was', async () => {
    const beside = databasePid(dataDir)
    await server.kill('SIGTERM')
    const alone = await makeKey('--scope', 'read')
    expect(alone).toMatchObject({ code: 0, stderr: '' })
    // What it started for itself is gone again.
    await expect(readFile(path.join(dataDir, 'postgres/postmaster.pid'))).rejects.toThrow(/ENOENT/)
    expect(() => process.kill(beside, 0)).toThrow(/ESRCH/)

    server = await startServer(dataDir)
    expect(await readVisits(alone.stdout)).toBe(200)
    const nowhere = ['--organization', 'nowhere', '--name', 'Push', '--scope', 'read']
    expectRefusal(await run('key', nowhere), /There are:\n {2}demo\n {2}example-motors-\d+\n$/)
    await server.kill('SIGTERM')
  })
})
