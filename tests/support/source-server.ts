import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

export type SourceServer = {
  child: ChildProcess
  pid: number
  port: number
  /** Ends it, with SIGTERM as an operator would unless told otherwise. */
  kill(signal?: NodeJS.Signals): Promise<void>
}

/** A real server process, `main.ts` as it stands, without the demo; on a database that is there. */
export async function startSourceServer(
  env: Record<string, string> & { DATABASE_URL: string },
): Promise<SourceServer> {
  const main = path.resolve('src/server/main.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', main], {
    env: { ...process.env, DEMO: 'false', PROVIDER: 'simulator', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'exit')
  let printed = ''
  child.stderr.on('data', (chunk: Buffer) => {
    printed = `${printed}${chunk}`.slice(-4000)
  })
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      const found = /is ready: http:\/\/[\w.-]+:(\d+)/.exec(printed)
      if (found) resolve(Number(found[1]))
    })
    child.once('exit', (code) => reject(new Error(`The server ended (${code}): ${printed}`)))
  })
  return {
    child,
    pid: child.pid ?? 0,
    port,
    async kill(signal = 'SIGTERM') {
      child.kill(signal)
      await ended
    },
  }
}
