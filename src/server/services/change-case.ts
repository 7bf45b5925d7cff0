import { Temporal } from 'temporal-polyfill'
import { readCase } from '../db/case-row.ts'
import type { DbTransaction } from '../db/client.ts'
import { inOrganization } from '../db/in-organization.ts'
import { toDate, toIso } from '../db/instants.ts'
import type { Deps } from '../deps.ts'
import type { Actor } from '../domain/actor.ts'
import type { Case } from '../domain/case.schema.ts'
import { DomainError, fieldError } from '../domain/errors.ts'
import { applyChange, lockCall } from './change-call.ts'
import { readWorker } from './read-worker.ts'
import { recordAudit } from './record-audit.ts'

type Target = { organizationId: string; actor: Actor; id: string }
type CaseDeps = Pick<Deps, 'db' | 'clock' | 'feed'>

/**
 * Gives an open case to a member, or to nobody. Throws `conflict` where it is closed, or somebody
 * else's than the caller saw.
 */
export function assignCase(
  deps: CaseDeps,
  {
    ownerId,
    expectedOwnerId,
    ...target
  }: Target & {
    ownerId: string | null
    expectedOwnerId?: string | null | undefined
  },
): Promise<Case> {
  return changeCase(deps, target, async (tx, before) => {
    if (expectedOwnerId !== undefined && before.ownerId !== expectedOwnerId) {
      throw new DomainError('conflict', `${before.ownerName ?? 'Nobody'} has this case by now.`)
    }
    if (ownerId === before.ownerId) return null
    const owner = ownerId === null ? null : await readWorker(tx, target.organizationId, ownerId)
    return {
      action: 'case.assigned',
      data: { ownerId },
      before: { caseOwner: before.ownerName },
      after: { caseOwner: owner?.name ?? null },
    }
  })
}

/** Closes a case with what was done; throws `conflict` where it is closed already. */
export function closeCase(
  deps: CaseDeps,
  { resolution, ...target }: Target & { resolution: string },
): Promise<Case> {
  return changeCase(deps, target, (_, __, now) => ({
    action: 'case.closed',
    data: { closedAt: toDate(now), resolution, closedByName: target.actor.name },
    after: { resolution },
  }))
}

const longestDays = 366

/** Moves until when an open case is to be closed. Throws `invalid_input` for the past, or too far off. */
export function moveCase(
  deps: CaseDeps,
  { dueAt, ...target }: Target & { dueAt: string },
): Promise<Case> {
  return changeCase(deps, target, (_, before, now) => {
    const due = Temporal.Instant.from(dueAt)
    checkDue(due, now)
    if (toIso(due) === before.dueAt) return null
    return {
      action: 'case.moved',
      data: { dueAt: toDate(due) },
      before: { caseDueAt: before.dueAt },
      after: { caseDueAt: toIso(due) },
    }
  })
}

function checkDue(due: Temporal.Instant, now: Temporal.Instant): void {
  const isPast = Temporal.Instant.compare(due, now) <= 0
  const isFar = Temporal.Instant.compare(due, now.add({ hours: 24 * longestDays })) > 0
  if (!isPast && !isFar) return
  const message = isPast ? 'Give a time that is still to come.' : 'Give a time within a year.'
  throw fieldError('invalid_input', 'dueAt', message)
}

type CaseChange = {
  action: 'case.assigned' | 'case.closed' | 'case.moved'
  data: Parameters<DbTransaction['case']['update']>[0]['data']
  before?: Record<string, unknown>
  after: Record<string, unknown>
}

/** The case changes under the lock of its call, and the feed tells the call anew. */
async function changeCase(
  deps: CaseDeps,
  { organizationId, actor, id }: Target,
  decide: (
    tx: DbTransaction,
    before: Case,
    now: Temporal.Instant,
  ) => Promise<CaseChange | null> | CaseChange | null,
): Promise<Case> {
  const changed = await inOrganization(deps.db, organizationId, async (tx) => {
    const now = deps.clock.now()
    const seen = await readCase(tx, { organizationId, id, now })
    if (seen === null) throw new DomainError('not_found', 'There is no case with this id.')
    const call = await lockCall(tx, { organizationId, callId: seen.callId })
    const before = (await readCase(tx, { organizationId, id, now })) ?? seen
    if (before.closedAt !== null) {
      throw new DomainError('conflict', `${before.closedByName} has closed this case by now.`)
    }
    const change = await decide(tx, before, now)
    if (change === null) return before
    const alsoWrite = async (tx: DbTransaction) => {
      await tx.case.update({ where: { id }, data: change.data })
      await recordAudit(tx, {
        organizationId,
        actor,
        now,
        action: change.action,
        // With the call, so that whoever erases its customer finds these words too.
        subjectType: 'call',
        subjectId: call.id,
        before: change.before ?? null,
        after: change.after,
      })
    }
    await applyChange(tx, call, { alsoWrite }, now)
    return (await readCase(tx, { organizationId, id, now })) ?? before
  })
  deps.feed.announce(organizationId)
  return changed
}
