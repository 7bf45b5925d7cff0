import { Temporal } from 'temporal-polyfill'
import type { LineLoad } from '../db/calling-facts.ts'
import { lockClaims, lockWaitingCalls } from '../db/due-calls.ts'
import { inOrganization } from '../db/in-organization.ts'
import { markReplanned, readOwedReplans } from '../db/schedule-config-row.ts'
import type { Deps } from '../deps.ts'
import { replanCall } from '../domain/replan-call.ts'
import { applyEvents } from './change-calls.ts'
import { forEachOrganization } from './for-each-organization.ts'
import { type QuestionDeps, readCallingQuestions } from './read-calling-questions.ts'

type ReplanDeps = Pick<Deps, 'db' | 'clock' | 'feed'> & QuestionDeps

/** Small enough that claims and the feed, which wait for a page, hardly notice. */
const pageSize = 500

/** Long enough for some thousand calls; whoever saves waits no longer for the rest of them. */
const saverWaitsMs = 5_000

const idleLoad: LineLoad = {
  activeCalls: 0,
  activeByCampaign: new Map(),
  placedLastMinute: 0,
  minuteFreesAt: null,
  autoPausedAt: null,
}

/**
 * Plans an organization's waiting calls anew by its newest schedule, page by page, and notes that
 * it was done, unless `goesOn` said no before a page. Whatever is claimed between two pages is
 * judged by the newest schedule anyway.
 */
async function replanCalls(
  deps: ReplanDeps,
  organizationId: string,
  goesOn: () => boolean,
): Promise<void> {
  const owed = await inOrganization(deps.db, organizationId, (tx) =>
    readOwedReplans(tx, organizationId),
  )
  let afterId: string | null = null
  do {
    // Where no schedule was ever saved nothing can be owed: nobody else would do the rest.
    if (owed.length > 0 && !goesOn()) return
    afterId = await replanPage(deps, organizationId, afterId)
  } while (afterId !== null)
  await inOrganization(deps.db, organizationId, (tx) => markReplanned(tx, owed, deps.clock.now()))
}

/**
 * Begins at once with what a change made owed, for as long as a person gladly waits; whatever is
 * left then, or failed, stays owed, and the dispatcher does it.
 */
export async function beginReplan(
  deps: ReplanDeps & Pick<Deps, 'log'>,
  organizationId: string,
): Promise<void> {
  const until = deps.clock.now().add({ milliseconds: saverWaitsMs })
  try {
    await replanCalls(
      deps,
      organizationId,
      () => Temporal.Instant.compare(deps.clock.now(), until) < 0,
    )
  } catch (error) {
    deps.log.error({ err: error, organizationId }, 'calls not planned anew yet')
  }
}

/** Makes up for plans that nobody waited for, or that a process did not live to finish. */
export async function replanOwedCalls(
  deps: ReplanDeps & Pick<Deps, 'log'>,
  stop?: AbortSignal,
): Promise<void> {
  const owed = await readOwedReplans(deps.db)
  const ids = new Set(owed.map(({ organizationId }) => organizationId))
  await forEachOrganization(deps, ids, (id) => replanCalls(deps, id, () => stop?.aborted !== true))
}

/** Answers the last id of a full page, null when there is no further one. */
async function replanPage(
  deps: ReplanDeps,
  organizationId: string,
  afterId: string | null,
): Promise<string | null> {
  const result = await inOrganization(deps.db, organizationId, async (tx) => {
    // A claim that began under the old schedule ends before its calls are looked at.
    await lockClaims(tx, organizationId)
    const callIds = await lockWaitingCalls(tx, { organizationId, afterId, limit: pageSize })
    const now = deps.clock.now()
    const found = { organizationId, callIds, now, load: idleLoad }
    const questions = await readCallingQuestions(tx, deps, found)
    const changes = questions.flatMap(({ call, toJudge, facts }) => {
      const { notBefore, heldReason, endTime } = call
      const event = replanCall({ call: { ...toJudge, notBefore, heldReason, endTime }, facts, now })
      return event === null ? [] : [{ call, event }]
    })
    await applyEvents(tx, { organizationId, changes, now })
    return { hasChanged: changes.length > 0, callIds }
  })
  if (result.hasChanged) deps.feed.announce(organizationId)
  return result.callIds.length === pageSize ? (result.callIds.at(-1) ?? null) : null
}
