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

/** Opens a pool of connections; `$disconnect()` closes it. */
export function createDb(url: string, options: { maxConnections?: number } = {}): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.maxConnections ?? 10,
    application_name: 'ringback',
    connectionTimeoutMillis: 5000,
  })
  // An idle connection that the server closes is replaced by the pool; unheard, it ends the process.
  pool.on('error', () => undefined)
  const adapter = new PrismaPg(pool, { disposeExternalPool: true })
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 5000, timeout: 30_000 } })
}

/** Columns of a call as an update takes them. */
export type CallColumns = Prisma.CallUncheckedUpdateInput
