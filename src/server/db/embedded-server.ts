import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { access, chmod, chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import {
  type Account,
  accountForDatabase,
  isBehindClosedFolder,
  runAs,
} from './embedded-account.ts'
import { copyToReachableFolder, loadBinaries, type PostgresBinaries } from './embedded-binaries.ts'
import { findFreePort } from './free-port.ts'
import { withStartLock } from './start-lock.ts'

export type EmbeddedServer = {
  /** Connection string of the `ringback` database. */
  url: string
  /** True when a server was running already: left by a killed process, or used by another one. */
  wasAdopted: boolean
  /** Process id of the database server. */
  pid: number
  /** Stops the database, unless another server process still uses it and `evenIfUsed` is not set. */
  stop(options?: { evenIfUsed?: boolean }): Promise<void>
}

export type EmbeddedServerOptions = {
  /** Folder of the cluster; created when absent. */
  dataDir: string
  /** PostgreSQL settings beside the defaults, for example `{ fsync: 'off' }`. */
  settings?: Record<string, string>
}

type Running = { pid: number; port: number }

const databaseName = 'ringback'
const userName = 'ringback'

const defaultSettings: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '32MB',
  // 18's I/O workers and the launchers cost memory that a desk-side database does not earn back.
  io_method: 'sync',
  max_wal_size: '512MB',
  max_logical_replication_workers: '0',
  timezone: 'UTC',
}

/**
 * Starts a PostgreSQL of our own on a free loopback port, or adopts the one that a killed process
 * left running on the same folder. Throws with what to do when the platform has no binaries.
 */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const dataDir = path.resolve(options.dataDir)
  const clusterDir = path.join(dataDir, 'postgres')
  await mkdir(dataDir, { recursive: true })
  const account = await accountForDatabase(clusterDir)
  const binaries = await findBinaries(account)
  const { running, password, wasAdopted } = await withStartLock(dataDir, () =>
    startOrAdopt({ account, binaries, dataDir, clusterDir, settings: options.settings ?? {} }),
  )
  const url = urlOf(running.port, password, databaseName)
  return {
    url,
    wasAdopted,
    pid: running.pid,
    async stop({ evenIfUsed = false } = {}) {
      if (!evenIfUsed && (await isUsedByOthers(url))) return
      await runAs(account, binaries.pgCtl, ['stop', '-D', clusterDir, '-m', 'fast', '-w', '-s'])
    },
  }
}

async function startOrAdopt(input: {
  account: Account
  binaries: PostgresBinaries
  dataDir: string
  clusterDir: string
  settings: Record<string, string>
}) {
  const { account, binaries, clusterDir, settings } = input
  const password = await readOrMakePassword(path.join(input.dataDir, 'postgres-password'))
  await createClusterIfAbsent({ binaries, account, clusterDir, password })
  const { running, wasAdopted } = await adoptOrStart(
    { binaries, account, clusterDir, settings },
    () => readAnswering(clusterDir, password),
  )
  if (running === null) throw new Error(`PostgreSQL did not start; see ${clusterDir}/server.log`)
  await createDatabaseIfAbsent(urlOf(running.port, password, 'postgres'))
  return { running, password, wasAdopted }
}

/** How long the remains of a database that was killed may stand in the way of the next one. */
const patienceMs = 30_000

async function adoptOrStart(
  cluster: Parameters<typeof startCluster>[0],
  readAnswering: () => Promise<Running | null>,
): Promise<{ running: Running | null; wasAdopted: boolean }> {
  const until = Date.now() + patienceMs
  for (;;) {
    const left = await readAnswering()
    if (left !== null) return { running: left, wasAdopted: true }
    const hasRemains = (await readRunning(cluster.clusterDir)) !== null
    try {
      return { running: await startCluster(cluster), wasAdopted: false }
    } catch (error) {
      // Its children hold its memory for a moment, and one that recovers takes no connection yet.
      if (!hasRemains || Date.now() > until) throw error
      await pause(100)
    }
  }
}

async function readAnswering(clusterDir: string, password: string): Promise<Running | null> {
  const left = await readRunning(clusterDir)
  const answers = left !== null && (await canConnect(urlOf(left.port, password, 'postgres')))
  return answers ? left : null
}

async function findBinaries(account: Account): Promise<PostgresBinaries> {
  const installed = await loadBinaries()
  const isReachable = account.uid === null || !(await isBehindClosedFolder(installed.postgres))
  return isReachable ? installed : copyToReachableFolder(installed)
}

const urlOf = (port: number, password: string, database: string) =>
  `postgresql://${userName}:${password}@127.0.0.1:${port}/${database}`

async function readOrMakePassword(file: string): Promise<string> {
  const existing = await readFile(file, 'utf8').catch(() => '')
  if (existing !== '') return existing.trim()
  const password = randomBytes(18).toString('hex')
  await writeFile(file, password, { mode: 0o600 })
  return password
}

async function createClusterIfAbsent(input: {
  binaries: PostgresBinaries
  account: Account
  clusterDir: string
  password: string
}): Promise<void> {
  const { binaries, account, clusterDir, password } = input
  const isComplete = await exists(path.join(clusterDir, 'ringback-cluster'))
  if (isComplete) return
  // A kill in the middle of initdb leaves half a cluster, which it would refuse to complete.
  await rm(clusterDir, { recursive: true, force: true })
  await mkdir(clusterDir, { mode: 0o700 })
  const passwordFile = path.join(clusterDir, '..', 'postgres-password-for-initdb')
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
  if (account.uid !== null) {
    await chown(clusterDir, account.uid, account.gid)
    await chown(passwordFile, account.uid, account.gid)
  }
  await chmod(clusterDir, 0o700)
  try {
    await runAs(account, binaries.initdb, [
      `--pgdata=${clusterDir}`,
      '--auth=scram-sha-256',
      `--username=${userName}`,
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--locale=C',
      '--no-instructions',
    ])
  } finally {
    await rm(passwordFile, { force: true })
  }
  const marker = path.join(clusterDir, 'ringback-cluster')
  await writeFile(marker, '')
}

async function startCluster(input: {
  binaries: PostgresBinaries
  account: Account
  clusterDir: string
  settings: Record<string, string>
}): Promise<Running | null> {
  const { binaries, account, clusterDir } = input
  const settings = { ...defaultSettings, ...input.settings, port: String(await findFreePort()) }
  const flags = Object.entries(settings).map(([name, value]) => `-c ${name}='${value}'`)
  const log = path.join(clusterDir, 'server.log')
  await runAs(account, binaries.pgCtl, [
    ...['start', '-D', clusterDir, '-w', '-s', '-t', '60'],
    ...['-l', log, '-o', flags.join(' ')],
  ])
  return readRunning(clusterDir)
}

/** Lines 1 and 4 of postmaster.pid are the process id and the port (PostgreSQL manual, 66.1). */
async function readRunning(clusterDir: string): Promise<Running | null> {
  const text = await readFile(path.join(clusterDir, 'postmaster.pid'), 'utf8').catch(() => '')
  const lines = text.split('\n')
  const pid = Number(lines[0])
  const port = Number(lines[3])
  return pid > 0 && port > 0 ? { pid, port } : null
}

async function canConnect(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function createDatabaseIfAbsent(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [databaseName])
    if (found.rowCount === 0) await client.query(`create database ${databaseName}`)
  } finally {
    await client.end()
  }
}

/** How long a connection that was closed may stay listed: until its process has ended. */
const leavingMs = 1000

async function isUsedByOthers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const until = Date.now() + leavingMs
    for (;;) {
      const others = await client.query(
        `select 1 from pg_stat_activity
         where backend_type = 'client backend' and pid <> pg_backend_pid() limit 1`,
      )
      if (others.rowCount === 0) return false
      if (Date.now() > until) return true
      await pause(50)
    }
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

const exists = (file: string) =>
  access(file, constants.F_OK).then(
    () => true,
    () => false,
  )
