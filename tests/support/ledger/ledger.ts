import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { askJson } from './json-over-http.ts'

export type LedgerSettings = {
  seed: string
  /** How long it takes to answer, and how long a line is open; from and to, in milliseconds. */
  answerMs: readonly [number, number]
  callMs: readonly [number, number]
  /** Shares, from 0 to 1, of answers that break off after the ledger was written, and of news that are lost. */
  dropAnswers: number
  loseNews: number
}

export type LedgerLine = { placementKey: string; providerCallId: string; endedAt: number | null }

const entrySchema = z.object({ at: z.number(), placementKey: z.string(), phoneNumber: z.string() })
const figuresSchema = z.object({ mostOpen: z.number(), openLines: z.number(), lines: z.number() })

/** A provider that runs as a process of its own and keeps a ledger that survives everybody. */
export async function startLedger(settings: LedgerSettings) {
  const folder = await mkdtemp(path.join(tmpdir(), 'ringback-ledger-'))
  const file = path.join(folder, 'ledger.jsonl')
  const main = path.resolve('tests/support/ledger/ledger-process.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', main, file, JSON.stringify(settings)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const port = await printedPort(child, /ledger on (\d+)/)
  return {
    port,
    /** Every request that ever reached it, in order. */
    async requests() {
      const text = await readFile(file, 'utf8').catch(() => '')
      const rows = text.split('\n').filter((row) => row !== '')
      return rows.map((row) => entrySchema.parse(JSON.parse(row)))
    },
    figures: async () => figuresSchema.parse(await askJson(port, '/figures')),
    async [Symbol.asyncDispose]() {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export type Ledger = Awaited<ReturnType<typeof startLedger>>

/** The port that a child prints; rejects when it ends before. */
export async function printedPort(child: ChildProcess, pattern: RegExp): Promise<number> {
  return Number((await printed(child, pattern))[1])
}

export function printed(child: ChildProcess, pattern: RegExp): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    let words = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      words = `${words}${chunk}`.slice(-2000)
      const found = pattern.exec(words)
      if (found) resolve(found)
    })
    child.once('exit', (code, signal) =>
      reject(new Error(`It ended (${code ?? signal}): ${words}`)),
    )
  })
}
