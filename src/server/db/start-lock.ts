import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const retryMs = 50
/** Creating a cluster takes a second; whoever holds the lock for this long is gone. */
const staleAfterMs = 60_000

/** Lets one process at a time create or start the cluster of a data folder. */
export async function withStartLock<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const file = path.join(dataDir, 'starting.lock')
  while (!(await take(file))) {
    if (await isStale(file)) await rm(file, { force: true })
    else await pause(retryMs)
  }
  try {
    return await work()
  } finally {
    await rm(file, { force: true })
  }
}

async function take(file: string): Promise<boolean> {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** A killed holder leaves its lock behind; its process id may meanwhile be somebody else's. */
async function isStale(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => null)
  if (found === null) return false
  const ageMs = Date.now() - found.mtimeMs
  const holder = Number(await readFile(file, 'utf8').catch(() => ''))
  // Between making the file and writing its content the holder has no name yet.
  if (holder === 0) return ageMs > 1000
  return ageMs > staleAfterMs || !isRunning(holder)
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
