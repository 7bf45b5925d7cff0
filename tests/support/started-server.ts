import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export type StartedServer = {
  address: string
  /** From the launch of `npm start` to the line with the address. */
  startMs: number
  child: ChildProcess
  /** Process id of the server itself, not of npm. */
  serverPid: number
  kill(signal: NodeJS.Signals): Promise<void>
}

/** Runs `npm start` on a data folder as a newcomer would, and waits for its address. */
export async function startServer(
  dataDir: string,
  env: Record<string, string> = {},
): Promise<StartedServer> {
  const startedAt = performance.now()
  const child = spawn('npm', ['start', '--silent'], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let printed = ''
  const address = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      printed += chunk.toString('utf8')
      const found = /https?:\/\/[\w.-]+:\d+/.exec(printed)
      if (found) resolve(found[0])
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', (code) => reject(new Error(`npm start ended (${code}): ${printed}`)))
  })
  const startMs = performance.now() - startedAt
  const serverPid = findServer(child.pid ?? 0)
  return {
    address,
    startMs,
    child,
    serverPid,
    async kill(signal) {
      const ended = once(child, 'exit')
      process.kill(serverPid, signal)
      await ended
    },
  }
}

function findServer(npmPid: number): number {
  // The shell in between has the same words on its command line, in one argument.
  const found = descendantsOf(npmPid).find((pid) => argumentsOf(pid)[1] === 'dist/server/main.js')
  if (found === undefined) throw new Error('The server process of npm start was not found')
  return found
}

/** All processes below one, children before grandchildren. Linux only: reads /proc. */
export function descendantsOf(pid: number): number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((candidate) => parentOf(candidate) === pid)
  return [...children, ...children.flatMap(descendantsOf)]
}

const readProc = (pid: number, file: string): string => {
  try {
    return readFileSync(path.join('/proc', String(pid), file), 'utf8')
  } catch {
    return ''
  }
}
const parentOf = (pid: number) => Number(/^PPid:\s+(\d+)/m.exec(readProc(pid, 'status'))?.[1])
const argumentsOf = (pid: number) => readProc(pid, 'cmdline').split('\0')

/** Resident memory of one process, in MB. */
export const residentMb = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+)/m.exec(readProc(pid, 'status'))?.[1] ?? Number.NaN) / 1024

/** Processor time of one process so far; Linux counts it in hundredths of a second. */
export const cpuMs = (pid: number): number => {
  const [, after = ''] = readProc(pid, 'stat').split(') ')
  const fields = after.split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

/** Memory of a process and those below it in MB, shared pages counted once (PSS). */
export const proportionalMb = (pid: number): number =>
  [pid, ...descendantsOf(pid)]
    .map((each) => Number(/^Pss:\s+(\d+)/m.exec(readProc(each, 'smaps_rollup'))?.[1] ?? 0) / 1024)
    .reduce((sum, mb) => sum + mb, 0)

/** Process id of the database below a data folder. */
export const databasePid = (dataDir: string): number =>
  Number(readFileSync(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
