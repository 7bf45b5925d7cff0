import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { type StartedServer, startServer } from '../support/started-server.ts'

let dataDir: string
let server: StartedServer
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'ringback-walk-'))
  server = await startServer(dataDir, { SIMULATOR_SPEED: '40' })
})
afterAll(async () => {
  await server.kill('SIGTERM')
  await rm(dataDir, { recursive: true, force: true })
})

/** A key as the page makes it for a manager of the demo. */
async function makeKey(): Promise<string> {
  const post = (procedure: string, body: unknown, cookie = '') =>
    fetch(`${server.address}/trpc/${procedure}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.address, cookie },
      body: JSON.stringify(body),
    })
  const entered = await post('account.enterDemo', { role: 'manager' })
  const cookie = entered.headers.getSetCookie().map((each) => each.split(';')[0])
  const scopes = ['read', 'write-visits', 'write-schedule']
  const made = await post('apiKeys.create', { name: 'Walkthrough', scopes }, cookie.join('; '))
  const answerSchema = z.object({ result: z.object({ data: z.object({ key: z.string() }) }) })
  return answerSchema.parse(await made.json()).result.data.key
}

it('runs as the document has it, line by line', async () => {
  const document = await readFile('docs/api-walkthrough.md', 'utf8')
  const blocks = [...document.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, lines]) => lines)
  expect(blocks).toHaveLength(6)
  const { stdout, stderr } = await promisify(execFile)('sh', ['-eu', '-c', blocks.join('\n')], {
    env: { PATH: process.env.PATH, RINGBACK: server.address, KEY: await makeKey() },
  })
  expect(stderr).toBe('')
  expect(stdout.match(/^Pushed WALK-\d+-\d$/gm)).toHaveLength(10)
  expect(stdout).toContain('10 of 10 calls are completed')
  expect(stdout.match(/^"npsScore":\d+$/gm)).toHaveLength(10)
  expect(stdout.match(/^"feedbackSummary":".{20,}"$/gm)).toHaveLength(10)
  expect(new Set(stdout.match(/"Customer \d"/g)).size).toBe(10)
  expect(stdout.match(/^"text":".+"$/gm)?.length).toBeGreaterThan(3)
})
