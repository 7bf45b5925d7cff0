import type { Sight } from '../domain/rights.ts'
import { type Db, type DbTransaction, emptySql, type Sql, sql } from './client.ts'

type Options = {
  /** `demo` leaves only demo calls in sight. */
  sight?: Sight
  /** All that is read is of one moment. */
  isSnapshot?: boolean
  /** A lock to be waited for before anything is read, as an expression. */
  lock?: Sql
}

/**
 * One transaction that names its organization, so that row-level security shows and changes that
 * organization's rows only. Without it the application's role sees none at all.
 */
export function inOrganization<T>(
  db: Db,
  organizationId: string,
  work: (tx: DbTransaction) => Promise<T>,
  { sight = 'all', isSnapshot = false, lock }: Options = {},
): Promise<T> {
  return db.$transaction(
    async (tx) => {
      // Local to the transaction: the connection forgets it before anybody else gets it.
      await tx.$executeRaw`
        select set_config('ringback.organization_id', ${organizationId}, true),
          set_config('ringback.sight', ${sight}, true)
          ${lock === undefined ? emptySql : sql`, ${lock}`}`
      return work(tx)
    },
    isSnapshot ? { isolationLevel: 'RepeatableRead' } : {},
  )
}

/** As `inOrganization`, and then all that `work` wrote is rolled back: only its answer is wanted. */
export async function rehearseInOrganization<T>(
  db: Db,
  organizationId: string,
  work: (tx: DbTransaction) => Promise<T>,
): Promise<T> {
  let rehearsed: { answer: T } | undefined
  try {
    await inOrganization(db, organizationId, async (tx) => {
      rehearsed = { answer: await work(tx) }
      throw new RolledBack()
    })
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error
  }
  if (rehearsed === undefined) throw new Error('A rehearsal ended without an answer.')
  return rehearsed.answer
}

class RolledBack extends Error {}
