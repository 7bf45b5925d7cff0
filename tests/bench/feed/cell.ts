import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import type { Order } from './server-process.ts'

/** What one contestant needed, per change and subscriber, at one rate. */
export type Cell = { cpuMicros: number; p50: number; p99: number }
type Reached = { reached: number; p50: number; p99: number }

export const subscribers = 1000

/**
 * One contestant at one rate: a server process, a client process, and what they say. `makeChanges`
 * lets somebody else than the server make the changes.
 */
export async function measureCell(
  name: string,
  rate: number,
  elsewhere?: {
    env: Record<string, string>
    makeChanges: (order: Order) => Promise<void>
  },
): Promise<Cell> {
  const server = start('server-process.ts', [name], elsewhere?.env)
  const { port } = await heard<{ port: number }>(server)
  const clients = start('clients-process.ts', [name, String(port), String(subscribers)])
  try {
    await heard(clients)
    const changes = Math.max(10, rate * 4)
    const warmUp = Math.max(2, rate)
    const run = async (first: number, last: number) => {
      if (elsewhere !== undefined) return elsewhere.makeChanges({ rate, first, last })
      server.send({ rate, first, last })
      await heard(server)
    }
    await run(1, warmUp)
    server.send('start')
    await heard(server)
    await run(warmUp + 1, warmUp + changes)
    clients.send({ from: warmUp + 1, to: warmUp + changes })
    const { reached, p50, p99 } = await heard<Reached>(clients)
    if (reached < warmUp + changes) throw new Error(`${name} lost changes: ${reached}`)
    server.send('stop')
    const { cpuMs } = await heard<{ cpuMs: number }>(server)
    return { cpuMicros: (cpuMs * 1000) / (changes * subscribers), p50, p99 }
  } finally {
    for (const child of [clients, server]) {
      child.kill('SIGKILL')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    }
  }
}

function start(file: string, args: string[], env: Record<string, string> = {}): ChildProcess {
  const script = path.join(import.meta.dirname, file)
  const execArgv = ['--import', 'tsx']
  return fork(script, args, { execArgv, env: { ...process.env, ...env } })
}

async function heard<T>(child: ChildProcess): Promise<T> {
  const ended = new AbortController()
  const died = once(child, 'exit', { signal: ended.signal }).then(([code]) => {
    throw new Error(`A process of the bench ended (${code}).`)
  })
  died.catch(() => undefined)
  const [message] = (await Promise.race([once(child, 'message'), died])) as [T]
  ended.abort()
  return message
}
