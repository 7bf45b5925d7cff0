import type { Temporal } from 'temporal-polyfill'
import type { DbTransaction } from '../db/client.ts'
import { rewordCalls, type WordsOfVisits } from '../db/reword-calls.ts'
import type { Actor } from '../domain/actor.ts'
import { changedFields } from '../domain/audit.ts'
import { recordAudits } from './record-audit.ts'

/**
 * Lets calls follow their visits, whose words an import or its undoing has changed, and answers the
 * ids of all that have a new version by now. Each that shows anything else has it told in its history,
 * with the file that it came from.
 */
export async function correctCalls(
  tx: DbTransaction,
  input: {
    organizationId: string
    actor: Actor
    /** What the changed visits said before. */
    visitsBefore: WordsOfVisits
    file: { fileName: string } | { undoneFileName: string }
    expireAfterHours: number
    now: Temporal.Instant
  },
): Promise<string[]> {
  const { organizationId, actor, visitsBefore, file, now } = input
  const calls = await rewordCalls(tx, { ...input, serviceRecordIds: [...visitsBefore.keys()] })
  const records = calls.flatMap(({ id, serviceRecordId, before, after, visit }) => {
    const visitBefore = visitsBefore.get(serviceRecordId)
    // Of another visit that the call asks about too.
    if (visitBefore === undefined) return []
    const changed = changedFields({ ...before, ...visitBefore }, { ...after, ...visit })
    if (Object.keys(changed.after).length === 0) return []
    return [{ subjectId: id, before: changed.before, after: { ...changed.after, ...file } }]
  })
  const deed = { organizationId, actor, action: 'call.reworded' as const, subjectType: 'call', now }
  await recordAudits(tx, deed, records)
  return calls.map(({ id }) => id)
}
