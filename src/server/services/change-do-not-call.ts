import { uuidv7 } from 'uuidv7'
import { type DbTransaction, sql } from '../db/client.ts'
import { lockWaitingOfNumbers } from '../db/cover-visits.ts'
import { lockClaims } from '../db/due-calls.ts'
import { inOrganization } from '../db/in-organization.ts'
import { toDate } from '../db/instants.ts'
import { selectDoNotCall } from '../db/list-do-not-call.ts'
import type { Deps } from '../deps.ts'
import { type Actor, userIdOf } from '../domain/actor.ts'
import type { DoNotCallEntry } from '../domain/do-not-call.schema.ts'
import { DomainError } from '../domain/errors.ts'
import { toLockedCall } from './change-call.ts'
import { applyEvents } from './change-calls.ts'
import { readGivenNumber } from './read-given-number.ts'
import { recordAudit } from './record-audit.ts'

type Changer = { organizationId: string; actor: Actor; reason: string }

/** Puts a number on the do-not-call list and closes its waiting calls; again is no error. */
export async function addToDoNotCall(
  deps: Pick<Deps, 'db' | 'clock' | 'feed'>,
  input: Changer & { phoneNumber: string },
): Promise<{ entry: DoNotCallEntry; canceledCalls: number }> {
  const { organizationId } = input
  const added = await inOrganization(deps.db, organizationId, async (tx) => {
    const phoneNumber = await readGivenNumber(tx, organizationId, input.phoneNumber)
    return listNumber(tx, deps.clock, { ...input, phoneNumber })
  })
  if (added.canceledCalls > 0) deps.feed.announce(organizationId)
  return added
}

/** As `addToDoNotCall`, for a caller that has its own transaction; it owes the feed an `announce`. */
export async function listNumber(
  tx: DbTransaction,
  clock: Deps['clock'],
  { organizationId, actor, reason, phoneNumber }: Changer & { phoneNumber: string },
): Promise<{ entry: DoNotCallEntry; canceledCalls: number }> {
  // After this commits no claim has the number any more, and none that began before overlooks it.
  await lockClaims(tx, organizationId)
  const now = clock.now()
  const { count } = await tx.doNotCall.createMany({
    data: {
      id: uuidv7(),
      organizationId,
      phoneNumber,
      reason,
      addedByUserId: userIdOf(actor),
      createdAt: toDate(now),
    },
    skipDuplicates: true,
  })
  const waiting = await lockWaitingOfNumbers(tx, { organizationId, phoneNumbers: [phoneNumber] })
  const rows = await tx.call.findMany({
    where: { organizationId, id: { in: waiting.map(({ id }) => id) } },
  })
  const changes = rows.map((row) => ({
    call: toLockedCall(row),
    event: { type: 'opted_out' as const },
  }))
  await applyEvents(tx, { organizationId, changes, now })
  const [entry] = await selectDoNotCall(
    tx,
    sql`d."organizationId" = ${organizationId}::uuid and d."phoneNumber" = ${phoneNumber}`,
  )
  if (entry === undefined) throw new DomainError('not_found', 'The entry is gone.')
  if (count > 0) {
    await recordAudit(tx, {
      organizationId,
      actor,
      action: 'do_not_call.added',
      now,
      subjectType: 'do_not_call',
      subjectId: entry.id,
      after: { phoneNumber, reason },
    })
  }
  return { entry, canceledCalls: changes.length }
}

/** Takes a number off the list; calls that it closed stay closed. Answers the entry as it was. */
export async function removeFromDoNotCall(
  deps: Pick<Deps, 'db' | 'clock'>,
  { organizationId, actor, reason, id }: Changer & { id: string },
): Promise<DoNotCallEntry> {
  return inOrganization(deps.db, organizationId, async (tx) => {
    const [entry] = await selectDoNotCall(
      tx,
      sql`d."organizationId" = ${organizationId}::uuid and d.id = ${id}::uuid`,
      sql`for update of d`,
    )
    if (entry === undefined) {
      throw new DomainError('not_found', 'This number is not on the do-not-call list.')
    }
    await tx.doNotCall.delete({ where: { id } })
    await recordAudit(tx, {
      organizationId,
      actor,
      action: 'do_not_call.removed',
      now: deps.clock.now(),
      subjectType: 'do_not_call',
      subjectId: id,
      before: { phoneNumber: entry.phoneNumber, reason: entry.reason },
      after: { reason },
    })
    return entry
  })
}
