import type { Db } from './client.ts'

/** Of a person's sessions and roles, or of a key: something that may have ended them. */
export type IdentityChange = { id: bigint; subjectId: string }

/**
 * The changes of the last `withinMs`. A change bears the time at which its transaction began.
 * Removes what is older than an hour on the way, a little at a time: an array is read once, where a
 * subquery that is joined may be run for each row and keeps to no limit.
 */
export const readIdentityChanges = (db: Db, withinMs: number): Promise<IdentityChange[]> =>
  db.$queryRaw<IdentityChange[]>`
    with removed as (
      delete from "IdentityChange" where id = any(array(
        select id from "IdentityChange" where at < now() - interval '1 hour'
        limit 100 for update skip locked
      ))
    )
    select id, "subjectId" from "IdentityChange" where at > now() - make_interval(secs => ${withinMs / 1000})`
