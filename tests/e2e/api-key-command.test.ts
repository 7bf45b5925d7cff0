import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { databasePid, type StartedServer, startServer } from '../support/started-server.ts'

let dataDir: string
let server: StartedServer
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'ringback-key-'))
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

type Ended = { code: number; stdout: string; stderr: string }

/** `npm run --silent key` as a person at a terminal runs it. */
const runKey = (...options: string[]): Promise<Ended> => runKeyOn('', ...options)
const runKeyOn = (databaseUrl: string, ...options: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: databaseUrl }
    const args = ['run', '--silent', 'key', '--', ...options]
    execFile('npm', args, { env }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    )
  })
const asked = (...more: string[]) => runKey('--organization', 'demo', '--name', 'Push', ...more)

async function readVisits(key: string): Promise<number> {
  const headers = { authorization: `Bearer ${key.trim()}` }
  return (await fetch(`${server.address}/api/v1/service-records?limit=1`, { headers })).status
}

it('says what to do where there is no database', async () => {
  const { code, stdout, stderr } = await asked('--scope', 'read')
  expect([code, stdout]).toEqual([1, ''])
  expect(stderr).toMatch(/^There is no database in .* yet\. Start the server/)
})

it('prints a key and nothing else, beside a running server and without one', async () => {
  server = await startServer(dataDir)
  const beside = await asked('--scope', 'read')
  expect(beside).toEqual({ code: 0, stdout: expect.stringMatching(/^rb_[\w-]{43}\n$/), stderr: '' })
  expect(await readVisits(beside.stdout)).toBe(200)

  const other = await asked('--scope', 'write:visits, Schedule write', '--scope=calls:write')
  expect(await readVisits(other.stdout)).toBe(403)

  const pidFile = await readFile(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8')
  const password = await readFile(path.join(dataDir, 'postgres-password'), 'utf8')
  const url = `postgresql://ringback:${password}@127.0.0.1:${pidFile.split('\n')[3]}/ringback`
  const options = ['--organization', 'demo', '--name', 'Push', '--scope', 'read']
  expect(await readVisits((await runKeyOn(url, ...options)).stdout)).toBe(200)
  const away = await runKeyOn(url.replace('@127.0.0.1', '@127.0.0.9'), ...options)
  expect(away).toEqual({ code: 1, stdout: '', stderr: expect.stringMatching(/does not answer/) })

  const database = databasePid(dataDir)
  await server.kill('SIGTERM')
  const alone = await asked('--scope', 'read')
  expect(alone).toMatchObject({ code: 0, stderr: '' })
  // What it started for itself is gone again.
  await expect(readFile(path.join(dataDir, 'postgres/postmaster.pid'))).rejects.toThrow(/ENOENT/)
  expect(() => process.kill(database, 0)).toThrow(/ESRCH/)

  server = await startServer(dataDir)
  expect(await readVisits(beside.stdout)).toBe(200)
  expect(await readVisits(alone.stdout)).toBe(200)
})

it.each([
  [['--organization', 'nowhere', '--name', 'Push', '--scope', 'read'], /There are:\n {2}demo\n$/],
  [['--organization', 'demo', '--name', 'Push', '--scope', 'fly'], /^There is no scope "fly"\./],
  [['--organization', 'demo'], /^Please give --name and --scope\./],
  [['--organisation', 'demo'], /^Unknown option '--organisation'/],
  [['--organization', 'demo', '--name', 'x'.repeat(101), '--scope', 'read'], /100 characters/],
])('refuses %j in words', async (options, words) => {
  const { code, stdout, stderr } = await runKey(...options)
  expect([code, stdout]).toEqual([1, ''])
  expect(stderr).toMatch(words)
  expect(stderr).not.toMatch(/\n\s+at /)
})

it('ends with the server', () => server.kill('SIGTERM'))
