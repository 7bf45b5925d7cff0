import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { findFreePort } from '../../src/server/db/free-port.ts'

export type RedisServer = AsyncDisposable & { url: string; port: number }

/** A Redis of the test's own, without anything on disk. Throws with what to do where it is missing. */
export async function startRedis(): Promise<RedisServer> {
  const port = await findFreePort()
  const command = process.env.REDIS_SERVER_PATH ?? 'redis-server'
  const settings = ['--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
  const child = spawn(command, ['--port', String(port), ...settings], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  await new Promise<void>((resolve, reject) => {
    child.once('error', (cause) => {
      const advice =
        'The tests need redis-server. Install it (Debian: apt-get install redis-server), or name it in REDIS_SERVER_PATH.'
      reject(new Error(advice, { cause }))
    })
    child.once('exit', (code) => reject(new Error(`redis-server ended (${code}).`)))
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.includes('Ready to accept connections')) resolve()
    })
  })
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    async [Symbol.asyncDispose]() {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
  }
}
