import type { DbTransaction } from '../db/client.ts'
import {
  countAnswersByDay,
  countAnswersByGroup,
  countErasedAnswers,
  countMentions,
} from '../db/count-answers.ts'
import {
  type CountedEndings,
  countEndings,
  countFirstTries,
  countSampleCalls,
} from '../db/count-reach.ts'
import { toDate } from '../db/instants.ts'
import { readOrganization } from '../db/read-organization.ts'
import { DomainError } from '../domain/errors.ts'
import type { Insights, InsightsReach } from '../domain/insights.schema.ts'
import { instantsOf, type Period, previousPeriod } from '../domain/insights-period.ts'
import { addCounts, noAnswers, npsChangeDespite, npsOf, shareOf } from '../domain/nps.ts'
import { FEWEST_TO_RANK, rankGroups } from '../domain/rank-groups.ts'

/**
 * The figures of a period and of the one before it. All are counted by the database; give it a
 * snapshot, so that they are of one moment.
 */
export async function readInsights(
  tx: DbTransaction,
  input: { organizationId: string; period: Period },
): Promise<Insights> {
  const { organizationId, period } = input
  const organization = await readOrganization(tx, organizationId)
  if (organization === null) {
    throw new DomainError('not_found', 'This organization does not exist.')
  }
  const { timeZone } = organization
  const previous = previousPeriod(period)
  const calls = spanOf(organizationId, period, timeZone)
  const callsBefore = spanOf(organizationId, previous, timeZone)
  const days = await countAnswersByDay(tx, { ...calls, from: callsBefore.from, timeZone })
  const groups = await countAnswersByGroup(tx, calls)
  const endings = await countEndings(tx, calls)
  const firstTries = await countFirstTries(tx, { ...calls, timeZone })
  const isCurrent = ({ date }: { date: string }) => date >= period.from
  const ofDays = (counted: typeof days) => npsOf(counted.reduce(addCounts, noAnswers))
  const nps = {
    current: ofDays(days.filter(isCurrent)),
    previous: ofDays(days.filter((day) => !isCurrent(day))),
  }
  const erased = await countErasedAnswers(tx, { organizationId, ...period })
  const erasedBefore = await countErasedAnswers(tx, { organizationId, ...previous })
  return {
    period,
    previousPeriod: previous,
    timeZone,
    fewestToRank: FEWEST_TO_RANK,
    nps: {
      ...nps,
      change: npsChangeDespite(nps.previous, nps.current, { before: erasedBefore, after: erased }),
    },
    completedCalls: sumOf(endings.filter(({ isReached }) => isReached)),
    erasedAnswers: npsOf(erased).n,
    erasedAnswersBefore: npsOf(erasedBefore).n,
    sampleCalls: await countSampleCalls(tx, { ...calls, from: callsBefore.from }),
    days,
    byServiceAdvisor: rankGroups(groups.byServiceAdvisor),
    byServiceType: rankGroups(groups.byServiceType),
    byVehicleMake: rankGroups(groups.byVehicleMake),
    reach: {
      current: toReach(endings),
      previous: toReach(await countEndings(tx, callsBefore)),
    },
    hours: firstTries.map(({ hour, tried, answered }) => ({
      hour,
      answered: shareOf(answered, tried),
    })),
    ...(await countMentions(tx, calls)),
  }
}

function spanOf(organizationId: string, period: Period, timeZone: string) {
  const { from, to } = instantsOf(period, timeZone)
  return { organizationId, from: toDate(from), to: toDate(to) }
}

const sumOf = (rows: readonly { calls: number }[]) =>
  rows.reduce((total, { calls }) => total + calls, 0)

function toReach(endings: CountedEndings): InsightsReach {
  const [reached, missed] = [true, false].map((is) =>
    endings.filter(({ isReached }) => isReached === is),
  )
  return {
    reached: shareOf(sumOf(reached ?? []), sumOf(endings)),
    missed: (missed ?? []).map(({ isReached, ...ending }) => ending),
  }
}
