import { lockHeldCalls, readOrganizationsWithHeldCalls } from '../db/due-calls.ts'
import { inOrganization } from '../db/in-organization.ts'
import type { Deps } from '../deps.ts'
import { applyEvents } from './change-calls.ts'
import { forEachOrganization } from './for-each-organization.ts'
import { readCallingQuestions } from './read-calling-questions.ts'
import { eventOfHeldCall } from './releasing.ts'

type ReleaseDeps = Pick<Deps, 'db' | 'clock' | 'feed' | 'provider' | 'zonesOfPhone' | 'log'>

const pageSize = 200

/**
 * Looks again at calls that wait for a person: lets go of those whose reason is gone, and says of
 * those that another rule holds by now that it does.
 */
export async function releaseHeldCalls(deps: ReleaseDeps): Promise<void> {
  const ids = await readOrganizationsWithHeldCalls(deps.db)
  await forEachOrganization(deps, ids, async (id) => {
    let afterId: string | null = null
    do afterId = await releasePage(deps, id, afterId)
    while (afterId !== null)
  })
}

/** Answers the last id of a full page, null when there is no further one. */
async function releasePage(
  deps: ReleaseDeps,
  organizationId: string,
  afterId: string | null,
): Promise<string | null> {
  const result = await inOrganization(deps.db, organizationId, async (tx) => {
    const now = deps.clock.now()
    const callIds = await lockHeldCalls(tx, { organizationId, afterId, limit: pageSize })
    const questions = await readCallingQuestions(tx, deps, { organizationId, callIds, now })
    const changes = questions.flatMap((question) => {
      const event = eventOfHeldCall(question, now)
      return event === null ? [] : [{ call: question.call, event }]
    })
    await applyEvents(tx, { organizationId, changes, now })
    return { hasChanged: changes.length > 0, callIds }
  })
  if (result.hasChanged) deps.feed.announce(organizationId)
  return result.callIds.length === pageSize ? (result.callIds.at(-1) ?? null) : null
}
