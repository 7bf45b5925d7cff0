import type { Temporal } from 'temporal-polyfill'
import { type CallingCalendar, createCallingCalendar } from '../../domain/calling-window.ts'
import { type ScheduleConfig, scheduleConfigSchema } from '../../domain/schedule-config.schema.ts'
import { WEEKDAYS } from '../../domain/time-of-day.ts'
import { conversations } from '../../telephony/simulator/conversation-catalogue.ts'
import type { DemoWorld } from './demo-attempts.ts'
import { advisorNames, type DemoCustomer, makeCustomers } from './demo-people.ts'
import {
  canceledStory,
  completedStory,
  type DemoStory,
  oldVisitStory,
  pastAt,
  readyStory,
  triedOnceStory,
  usedUpStory,
} from './demo-stories.ts'
import { chooseDemoZone } from './demo-zone.ts'
import { createSeededRandom, type SeededRandom } from './seeded-random.ts'

export type DemoVisit = DemoStory &
  DemoCustomer & {
    externalId: string
    serviceAdvisorName: string
    appointmentDate: Temporal.Instant
  }

export type DemoDay = {
  timeZone: string
  config: ScheduleConfig
  calendar: CallingCalendar
  random: SeededRandom
  /** In the order in which they ended. */
  visits: DemoVisit[]
}

/**
 * Three weeks of visits of a service centre where it is working time now: calls of every kind
 * behind it, some due now and in the next hours. The same seed and instant give the same day.
 */
export function planDemoDay(input: { now: Temporal.Instant; seed: string }): DemoDay {
  const { now } = input
  const random = createSeededRandom(input.seed)
  const { timeZone, areaCodes } = chooseDemoZone(now)
  const config = demoConfig(timeZone)
  const calendar = createCallingCalendar(config, () => null)
  const stories = makeStories({ now, timeZone, calendar, random })
  const customers = makeCustomers(random, {
    count: stories.length,
    areaCodes,
    thisYear: now.toZonedDateTimeISO(timeZone).year,
  })
  const visits = random
    .shuffle(stories)
    .sort((a, b) => a.completedAt.epochMilliseconds - b.completedAt.epochMilliseconds)
    .flatMap((story, i) => {
      const customer = customers[i]
      const appointmentDate = story.completedAt.subtract({ minutes: random.whole(50, 420) })
      return customer === undefined
        ? []
        : {
            ...story,
            ...customer,
            appointmentDate,
            externalId: `RO-${48_210 + i}`,
            serviceAdvisorName: random.pick(advisorNames),
          }
    })
  return { timeZone, config, calendar, random, visits }
}

/** Open long every day, so that a demo on a Sunday evening shows calls too. */
function demoConfig(timeZone: string): ScheduleConfig {
  const windows = [{ start: '08:00', end: '20:30' }]
  return scheduleConfigSchema.parse({
    timeZone,
    weekly: Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, windows])),
    ringTimeoutSec: 20,
  })
}

// In elapsed minutes, as retries wait, and not by the calendar.
const DAY = 1440

/** Minutes from now at which calls fall due: some at once, then thinning out over hours. */
const readyMinutes = [
  ...[-3, -2, -2, -1, -1, 0, 0, 0.3, 0.8, 1.5, 2.5, 3.5, 5, 7, 9, 12, 15, 20, 26, 34, 45, 58],
  ...[75, 95, 120, 150, 185],
]

function makeStories(world: DemoWorld): DemoStory[] {
  const { random } = world
  const times = <Made>(count: number, make: (i: number) => Made) =>
    Array.from({ length: count }, (_, i) => make(i))
  const played = conversations.filter(({ outcome }) => outcome === 'answered')
  // Most customers are content; who is not weighs more in a talk about it.
  const byMood = played.flatMap((conversation) =>
    times(conversation.npsScore >= 7 ? 3 : 1, () => conversation),
  )
  const optOuts = conversations.filter(({ outcome }) => outcome === 'opted_out')
  return [
    ...times(77, (i) =>
      completedStory(world, {
        daysAgo: i < 6 ? 0 : 1 + (i % 20),
        misses: random.chance(0.7) ? 0 : random.whole(1, 2),
        conversation: random.pick(byMood),
      }),
    ),
    ...optOuts.map((conversation) =>
      completedStory(world, { daysAgo: 4, misses: 0, conversation }),
    ),
    ...readyMinutes.map((minutes) =>
      readyStory(world, world.now.add({ seconds: Math.round(minutes * 60) })),
    ),
    ...times(4, (i) => missed(world, 'busy', 4 + 3 * i)),
    ...times(4, (i) => missed(world, 'no_answer', 18 + 7 * i)),
    ...times(4, (i) => missed(world, 'voicemail', DAY - 6 - 40 * i)),
    ...times(2, (i) => missed(world, 'rejected', DAY - 25 - 60 * i)),
    ...times(9, (i) => usedUpStory(world, 8 + i)),
    ...times(2, (i) =>
      triedOnceStory(world, {
        requestedAt: pastAt(world, (2 + 3 * i) * DAY - 35),
        outcome: 'invalid_number',
        status: 'failed',
        notes: 'Ask for the right number at the next visit.',
      }),
    ),
    triedOnceStory(world, {
      requestedAt: pastAt(world, 2.5),
      outcome: 'provider_error',
      status: 'failed',
    }),
    triedOnceStory(world, {
      requestedAt: pastAt(world, 31),
      outcome: 'unknown',
      status: 'unknown',
    }),
    canceledStory(world, 3),
    ...times(7, (i) => oldVisitStory(world, 14 + i)),
  ]
}

const missed = (
  world: DemoWorld,
  outcome: 'busy' | 'no_answer' | 'voicemail' | 'rejected',
  minutesAgo: number,
) => triedOnceStory(world, { requestedAt: pastAt(world, minutesAgo), outcome, status: 'missed' })
