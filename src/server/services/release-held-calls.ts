import type { Temporal } from 'temporal-polyfill'
import { lockHeldCalls, readOrganizationsWithHeldCalls } from '../db/due-calls.ts'
import { inOrganization } from '../db/in-organization.ts'
import type { Deps } from '../deps.ts'
import type { CallEvent } from '../domain/call-status.ts'
import { replanCall } from '../domain/replan-call.ts'
import { demoNameOf } from '../telephony/port.ts'
import { applyEvents } from './change-calls.ts'
import { type CallingQuestion, readCallingQuestions } from './read-calling-questions.ts'

type ReleaseDeps = Pick<Deps, 'db' | 'clock' | 'feed' | 'provider' | 'zonesOfPhone'>

const pageSize = 200

/** Looks again at calls that wait for a person, and lets go of those whose reason is gone. */
export async function releaseHeldCalls(deps: ReleaseDeps): Promise<void> {
  for (const organizationId of await readOrganizationsWithHeldCalls(deps.db)) {
    let afterId: string | null = null
    do afterId = await releasePage(deps, organizationId, afterId)
    while (afterId !== null)
  }
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
      const event = eventFor(question, now, deps.provider)
      return event === null ? [] : [{ call: question.call, event }]
    })
    await applyEvents(tx, { organizationId, changes, now })
    return { hasChanged: changes.length > 0, callIds }
  })
  if (result.hasChanged) deps.feed.announce(organizationId)
  return result.callIds.length === pageSize ? (result.callIds.at(-1) ?? null) : null
}

/** As a new plan would have it, so that what a plan holds is not let go behind its back. */
function eventFor(
  { call, toJudge, facts }: CallingQuestion,
  now: Temporal.Instant,
  provider: Deps['provider'],
): CallEvent | null {
  const { notBefore, heldReason, endTime } = call
  const judged = { ...toJudge, notBefore, heldReason, endTime }
  const canRunDemo = demoNameOf(provider) !== null
  const event = replanCall({ call: judged, facts, now, canRunDemo })
  return event?.type === 'held' ? null : event
}
