import { markDoNotCall } from '../db/do-not-call.ts'
import { inOrganization } from '../db/in-organization.ts'
import { toDate } from '../db/instants.ts'
import { findVisitsOfNumber, lockVisits } from '../db/lock-visits.ts'
import { forgetRungNumber } from '../db/rung-numbers.ts'
import type { Deps } from '../deps.ts'
import type { Actor } from '../domain/actor.ts'
import { isLive } from '../domain/call-status.ts'
import type { Erased } from '../domain/customer.schema.ts'
import { DomainError } from '../domain/errors.ts'
import { eraseVisits } from './erase-visits.ts'
import { readGivenNumber } from './read-given-number.ts'
import { recordAudit } from './record-audit.ts'

/**
 * Erases the customer of a phone number everywhere, in one transaction, and keeps the number from
 * being called again by a mark that does not hold it. Answers what was removed; again it is
 * nothing. Throws `conflict` while one of their calls is on the line.
 */
export async function eraseCustomer(
  deps: Pick<Deps, 'db' | 'clock' | 'feed'>,
  by: { organizationId: string; actor: Actor },
  input: { phoneNumber: string },
): Promise<Erased> {
  const { organizationId, actor } = by
  const erased = await inOrganization(deps.db, organizationId, async (tx) => {
    const phoneNumber = await readGivenNumber(tx, organizationId, input.phoneNumber)
    const recordIds = await findVisitsOfNumber(tx, organizationId, phoneNumber)
    const visits = await lockVisits(tx, { organizationId, recordIds, phoneNumber })
    if (visits.calls.some(({ status }) => isLive(status))) {
      const message = 'A call with this customer is on the line. Wait until it has ended.'
      throw new DomainError('conflict', message)
    }
    const now = deps.clock.now()
    const phoneNumbers = [phoneNumber]
    const erased = await eraseVisits(tx, { ...visits, organizationId, phoneNumbers, now })
    await markDoNotCall(tx, { organizationId, phoneNumber, now: toDate(now) })
    // The mark on the list says enough.
    await forgetRungNumber(tx, { organizationId, phoneNumber })
    await recordAudit(tx, {
      organizationId,
      actor,
      action: 'customer.erased',
      subjectType: 'customer',
      subjectId: null,
      after: erased,
      now,
    })
    return erased
  })
  if (erased.calls > 0) deps.feed.announce(organizationId)
  return erased
}
