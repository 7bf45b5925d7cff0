import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Delivery } from './callbacks.ts'
import type { LedgerEntry } from './ledger.ts'
import type { Customer, Fault, StandInOptionsInput } from './options.ts'

export const standInAccount = {
  accountSid: 'AC00000000000000000000000000000001',
  authToken: '0123456789abcdef0123456789abcdef',
  fromNumber: '+12125550100',
}

/** A Twilio of the test's own, in a process of its own that no kill of a server reaches. */
export async function startStandIn(options: Partial<StandInOptionsInput> = {}) {
  const folder = await mkdtemp(path.join(tmpdir(), 'ringback-stand-in-'))
  const ledgerFile = path.join(folder, 'ledger.jsonl')
  const { accountSid, authToken, fromNumber } = standInAccount
  const main = path.resolve('tests/support/stand-in-twilio/main.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', main], {
    env: {
      ...process.env,
      STAND_IN_OPTIONS: JSON.stringify({ accountSid, authToken, ledgerFile, ...options }),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const apiUrl = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      const found = /is ready: (http:\S+)/.exec(chunk.toString())
      if (found?.[1]) resolve(found[1])
    })
    child.once('exit', (code) => reject(new Error(`The stand-in ended (${code})`)))
  })
  async function ask<Answer>(what: string, body?: unknown): Promise<Answer> {
    const answer = await fetch(`${apiUrl}/stand-in/${what}`, {
      method: 'POST',
      body: JSON.stringify(body ?? null),
    })
    if (!answer.ok) throw new Error(await answer.text())
    return answer.json() as Promise<Answer>
  }
  return {
    apiUrl,
    ledgerFile,
    /** What a server needs to place its calls here; PUBLIC_URL is the server's own to say. */
    env: {
      PROVIDER: 'twilio',
      DEMO: 'false',
      TWILIO_ACCOUNT_SID: accountSid,
      TWILIO_AUTH_TOKEN: authToken,
      TWILIO_FROM: fromNumber,
      TWILIO_API_URL: apiUrl,
    },
    /** Behaviours for one call each to a number, the last for all after it. */
    expectCalls: (to: string, ...behaviours: Partial<Customer>[]) =>
      ask<null>('customers', { to, behaviours }),
    /** What becomes of the next requests for calls; null for nothing. */
    queueFaults: (...faults: (Fault | null)[]) => ask<null>('faults', faults),
    calls: () => ask<{ sid: string; to: string; status: string }[]>('calls'),
    removedRecordings: () => ask<string[]>('removed-recordings'),
    deliveries: () => ask<Delivery[]>('deliveries'),
    /** Settles when every call is over and every callback was delivered. */
    idle: () => ask<null>('idle'),
    async readLedger(): Promise<LedgerEntry[]> {
      const lines = (await readFile(ledgerFile, 'utf8')).split('\n').filter((line) => line !== '')
      return lines.map((line) => JSON.parse(line))
    },
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}
