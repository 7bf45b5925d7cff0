import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { Prisma, PrismaClient } from './generated/client.ts'

export type Db = PrismaClient
/** What reads and writes share: the client itself or one transaction of it. */
export type DbSession = Db | Prisma.TransactionClient
export type DbTransaction = Prisma.TransactionClient
export const sql = Prisma.sql
export const joinSql = Prisma.join
export const emptySql = Prisma.empty
export type Sql = Prisma.Sql
/** For a JSON column, which would else not know which null is meant. */
export const jsonNull = Prisma.DbNull

/**
 * As whom a connection acts. `ringback_app` sees the organization that its transaction names,
 * `ringback_dispatcher` every organization's calls, `ringback_auth` accounts and nothing else.
 */
export type DatabaseRole = 'ringback_app' | 'ringback_dispatcher' | 'ringback_auth'

/** Opens a pool of connections; `$disconnect()` closes it. Without a role it acts as the owner. */
export function createDb(
  url: string,
  options: { role?: DatabaseRole; maxConnections?: number } = {},
): Db {
  const pool = new pg.Pool({
    connectionString: withOptions(url, options.role),
    max: options.maxConnections ?? 10,
    application_name: 'ringback',
    connectionTimeoutMillis: 5000,
  })
  // An idle connection that the server closes is replaced by the pool; unheard, it ends the process.
  pool.on('error', () => undefined)
  const adapter = new PrismaPg(pool, { disposeExternalPool: true })
  return new PrismaClient({
    adapter,
    // Its longer words quote what was to be written, passwords and names among it.
    errorFormat: 'minimal',
    transactionOptions: { maxWait: 5000, timeout: longestMs },
  })
}

/**
 * A server that is stopped, or cut off, in the middle of a transaction must not hold its locks for
 * long: an organization's calls would stand still. Longer than a transaction may take anyway, after
 * which nobody waits for the answer to a statement either.
 */
const longestMs = 30_000

/**
 * The role is set while connecting: where it cannot be, there is no connection, rather than one as
 * the owner.
 */
function withOptions(url: string, role: DatabaseRole | undefined): string {
  const address = new URL(url)
  const given = address.searchParams.get('options')
  const options = [
    `-c idle_in_transaction_session_timeout=${longestMs}`,
    // The owner changes tables, and the dispatcher prunes them: that takes as long as it takes.
    ...(role === 'ringback_app' || role === 'ringback_auth'
      ? [`-c statement_timeout=${longestMs}`]
      : []),
    // Limits that the address has of its own stand above these.
    ...(given ? [given] : []),
    // In JSON an instant has the session's offset, which in some zones of long ago has seconds.
    '-c timezone=UTC',
    ...(role ? [`-c role=${role}`] : []),
  ]
  address.searchParams.set('options', options.join(' '))
  return address.href
}

/** Columns of a call as an update takes them. */
export type CallColumns = Prisma.CallUncheckedUpdateInput

export type JsonObject = Prisma.InputJsonObject
