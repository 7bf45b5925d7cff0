import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filterOf, readCallsAddress } from '../../src/client/features/calls/calls-address.ts'
import * as links from '../../src/client/features/insights/call-links.ts'
import { selectCalls } from '../../src/server/db/call-row.ts'
import { sql } from '../../src/server/db/client.ts'
import type { Call } from '../../src/server/domain/call.schema.ts'
import type { Insights, InsightsGroup } from '../../src/server/domain/insights.schema.ts'
import { insightsRows } from '../../src/server/domain/insights-rows.ts'
import { trendOf } from '../../src/server/domain/insights-trend.ts'
import { npsScore } from '../../src/server/domain/nps.ts'
import { type AppWorld, createAppWorld } from '../support/app-world.ts'
import { makeCallsOfWeeks } from '../support/calls-of-weeks.ts'
import { makeCall } from '../support/factories.ts'

/** The clocks go back in it, so one of its days has 25 hours. */
const period = { from: '2026-10-20', to: '2026-11-08' }
const timeZone = 'America/New_York'
const seed = Number(process.env.FC_SEED ?? Date.now() % 1_000_000)
const praises = ['Fair price', '“was fast, = yes”', 'Kept informed']

let world: AppWorld
let calls: Call[]
let insights: Insights

beforeAll(async () => {
  world = await createAppWorld()
  const { db, organizationId } = world
  await makeCallsOfWeeks(db, organizationId, { seed, praises })
  calls = await selectCalls(db, sql`c."organizationId" = ${organizationId}::uuid`)
  insights = await world.caller.insights.read(period)
}, 60_000)
afterAll(() => world[Symbol.asyncDispose]())

// Counted anew from the calls themselves, by the clock of Intl and not by that of the database.
const local = new Intl.DateTimeFormat('sv-SE', {
  timeZone,
  dateStyle: 'short',
  timeStyle: 'short',
})
const localDate = (at: string | null) => (at ? local.format(Date.parse(at)).slice(0, 10) : '')
const localHour = (at: string) => Number(local.format(Date.parse(at)).slice(11, 13))
const isWithin = (at: string | null, { from, to } = period) =>
  from <= localDate(at) && localDate(at) <= to
const byTelling = (a: Call, b: Call) =>
  Number(a.npsScore !== null) - Number(b.npsScore !== null) ||
  `${a.endTime} ${a.id}`.localeCompare(`${b.endTime} ${b.id}`)
const count = (is: (call: Call) => boolean) =>
  calls.filter((call) => !call.isDemo && is(call)).length
const isAnswer = (call: Call) => call.status === 'completed' && call.npsScore !== null
const npsOfCalls = (is: (call: Call) => boolean) =>
  npsScore(
    calls.flatMap((call) =>
      !call.isDemo && isAnswer(call) && is(call) ? (call.npsScore ?? []) : [],
    ),
  )

/** What the calls page asks for at the address that a link holds. */
function askedBy(search: object) {
  const { tab = 'ready', ...address } = readCallsAddress({ ...search })
  return { tab, filter: filterOf(address, timeZone) }
}

/** The calls that a link opens, all pages of the list together. */
async function opened(search: object): Promise<Call[]> {
  const { tab, filter } = askedBy(search)
  const listed = new Map<string, Call>()
  let cursor: string | null = null
  do {
    const page: { calls: Call[]; nextCursor: string | null } = await world.caller.calls.list({
      tab,
      filter,
      limit: 200,
      cursor,
    })
    for (const call of page.calls) listed.set(call.id, call)
    cursor = page.nextCursor
  } while (cursor !== null)
  return [...listed.values()]
}

describe(`the figures of a period (FC_SEED=${seed})`, () => {
  it('hold the NPS of its answers, and that of as many days before', () => {
    expect(insights.previousPeriod).toEqual({ from: '2026-09-30', to: '2026-10-19' })
    expect(insights.nps.current).toEqual(npsOfCalls(({ endTime }) => isWithin(endTime)))
    expect(insights.nps.previous).toEqual(
      npsOfCalls(({ endTime }) => isWithin(endTime, insights.previousPeriod)),
    )
    expect(insights.nps.current.n).toBeGreaterThan(20)
    expect([insights.erasedAnswers, insights.erasedAnswersBefore]).toEqual([2, 1])
  })

  it.each([
    ['byServiceAdvisor', (call: Call) => call.serviceAdvisorId],
    ['byServiceType', (call: Call) => call.serviceType],
    ['byVehicleMake', (call: Call) => call.vehicleInfo.make],
  ] as const)('split its answers %s without losing one', (list, keyOf) => {
    const groups: InsightsGroup[] = insights[list]
    for (const { key, nps } of groups) {
      expect(nps).toEqual(npsOfCalls((call) => isWithin(call.endTime) && keyOf(call) === key))
    }
    expect(groups.reduce((sum, { nps }) => sum + nps.n, 0)).toBe(insights.nps.current.n)
  })

  it('count reach, first tries and mentions', () => {
    const ended = (is: (call: Call) => boolean) =>
      count((call) => isWithin(call.endTime) && is(call))
    const reached = ended(({ status }) => status === 'completed')
    const missed = ended(({ status }) => status === 'missed' || status === 'failed')
    expect(insights.reach.current.reached).toMatchObject({ count: reached, n: reached + missed })
    for (const { outcome, calls, willBeTriedAgain } of insights.reach.current.missed) {
      const isOne = (call: Call) => call.status !== 'completed' && call.status !== 'canceled'
      expect(calls).toBe(ended((call) => isOne(call) && call.outcome === outcome))
      expect(willBeTriedAgain).toBe(
        ended((call) => isOne(call) && call.outcome === outcome && call.dueAt !== null),
      )
    }
    for (const { hour, answered } of insights.hours) {
      const isTried = ({ firstTriedAt: at }: Call) =>
        at !== null && isWithin(at) && localHour(at) === hour
      expect(answered).toMatchObject({
        n: count(isTried),
        count: count((c) => isTried(c) && c.status === 'completed' && c.attemptCount === 1),
      })
    }
    const answered = calls.filter(({ status }) => status === 'completed')
    // Of each visit the last one stays, which tells its mentions.
    const byVisit = new Map(
      answered.toSorted(byTelling).map(({ id, serviceRecordId }) => [serviceRecordId, id]),
    )
    const newest = new Set(byVisit.values())
    expect(newest.size).toBeLessThan(answered.length)
    for (const { text, calls } of insights.praised) {
      expect(calls).toBe(
        ended(({ id, positiveMentions }) => newest.has(id) && positiveMentions.includes(text)),
      )
    }
    expect(insights.praised.map(({ text }) => text).sort()).toEqual([...praises].sort())
  })
})

describe('every figure', () => {
  it('opens exactly its calls', async () => {
    const { nps, reach, completedCalls } = insights
    // Of these days the last two have answers before at most.
    const days = insights.days.filter(({ date }) => date < '2026-11-07')
    const sparse = trendOf({ period, days }, 'day').slice(-3)
    expect(sparse.map(({ current }) => current.n > 0).slice(1)).toEqual([false, false])
    const [empty] = trendOf({ period, days: [] }, 'day')
    expect(empty && links.answersOfStretch(empty)).toBeNull()
    expect(insights.sampleCalls).toBeGreaterThan(20)
    expect(insights.reach.current.missed.some(({ outcome }) => outcome === null)).toBe(true)
    const kia = groupsOf('make').find(({ key }) => key === 'Kia')
    const figures: [object, number | undefined][] = [
      [links.answeredCalls(period), nps.current.n],
      [links.answeredCalls(period, 'promoter'), nps.current.promoters],
      [links.answeredCalls(period, 'passive'), nps.current.passives],
      [links.answeredCalls(period, 'detractor'), nps.current.detractors],
      ...trendOf(insights, 'week').flatMap(({ from, to, previous, current, before }) => {
        return [
          [links.answeredCalls({ from, to }), current.n],
          [links.answeredCalls(previous), before.n],
        ] as [object, number][]
      }),
      [links.answeredCalls(insights.previousPeriod), nps.previous.n],
      [links.answeredCalls(insights.previousPeriod, 'detractor'), nps.previous.detractors],
      ...sparse.flatMap((point): [object, number][] => {
        const search = links.answersOfStretch(point)
        return search === null ? [] : [[search, point.current.n || point.before.n]]
      }),
      [links.endedCalls(period), reach.current.reached.n],
      [links.endedCalls(insights.previousPeriod), reach.previous.reached.n],
      [
        links.sampleCalls({ from: insights.previousPeriod.from, to: period.to }),
        insights.sampleCalls,
      ],
      [
        links.callsOfGroup(period, { kind: 'make', key: 'Kia', score: 'passive' }),
        kia?.nps.passives,
      ],
      [links.completedCalls(period), completedCalls],
      [links.missedCalls(period), reach.current.reached.n - reach.current.reached.count],
      ...reach.current.missed
        .filter(({ outcome }, at) => at < 2 || outcome === null)
        .flatMap(({ outcome, calls, willBeTriedAgain }): [object, number][] => [
          [links.missedCalls(period, { outcome }), calls],
          [links.missedCalls(period, { outcome, next: 'yes' }), willBeTriedAgain],
        ]),
      ...(['advisor', 'service', 'make'] as const).flatMap((kind) =>
        groupsOf(kind).flatMap(({ key, nps }): [object, number][] => [
          [links.callsOfGroup(period, { kind, key }), nps.n],
        ]),
      ),
      ...insights.praised.map(
        ({ text, calls }) => [links.praisingCalls(period, text), calls] as [object, number],
      ),
      ...insights.blamed.map(
        ({ text, calls }) => [links.blamingCalls(period, text), calls] as [object, number],
      ),
      ...insights.hours.slice(-3).flatMap(({ hour, answered }): [object, number][] => [
        [links.firstTriedCalls(period, hour), answered.n],
        [links.answeredAtFirstTry(period, hour), answered.count],
      ]),
      [
        links.firstTriedCalls(period),
        insights.hours.reduce((sum, { answered }) => sum + answered.n, 0),
      ],
      [
        links.answeredAtFirstTry(period),
        insights.hours.reduce((sum, { answered }) => sum + answered.count, 0),
      ],
      [links.missedCalls(period), reach.current.missed.reduce((sum, each) => sum + each.calls, 0)],
    ]
    for (const [search, figure] of figures) {
      expect([search, (await opened(search)).length]).toEqual([search, figure])
    }
  }, 60_000)

  it('takes away as CSV the very calls that it opens, as they stand there', async () => {
    for (const search of [links.completedCalls(period), links.missedCalls(period)]) {
      const shown = await opened(search)
      const { tab, filter } = askedBy(search)
      const query = new URLSearchParams(
        Object.entries({ tab, ...filter }).map(([name, value]) => [name, String(value)]),
      )
      const { body } = await world.app.server.inject({ url: `/api/v1/calls/export.csv?${query}` })
      const table: Record<string, string>[] = parse(body, { bom: true, columns: true })
      expect(
        table.map((row) => ({
          id: row['Call id'],
          status: row['Call status'],
          outcome: row.Outcome,
          ended: row['Call ended'],
          score: row['NPS score'],
          make: row.Make,
          service: row['Service type'],
          advisor: row['Service advisor'],
          praise: row.Praise,
          blame: row['To improve'],
          tries: row.Attempts,
        })),
      ).toEqual(
        shown.map((call) => ({
          id: call.id,
          status: call.status,
          outcome: call.outcome ?? '',
          ended: call.endTime,
          score: String(call.npsScore ?? ''),
          make: call.vehicleInfo.make ?? '',
          service: call.serviceType,
          advisor: call.serviceAdvisorName ?? '',
          praise: call.positiveMentions.join('\n'),
          blame: call.areasToImprove.join('\n'),
          tries: String(call.attemptCount),
        })),
      )
    }
  })

  it('is in the CSV as it is on the page', async () => {
    const { app } = world
    const sunday = 0
    const url = `/api/v1/insights/export.csv?from=${period.from}&to=${period.to}&step=week&firstWeekday=${sunday}`
    const { body } = await app.server.inject({ url })
    const table: Record<string, string>[] = parse(body, { bom: true, columns: true })
    const rows = insightsRows(insights, 'week', sunday)
    const text = (value: number | null | undefined) => (value == null ? '' : String(value))
    expect(table.map((row) => ({ ...row, Name: row.Name?.replaceAll("'", '') }))).toEqual(
      rows.map(({ figure, name, from, to, nps, rank, calls, share }) => ({
        Figure: figure,
        Name: name ?? '',
        From: from,
        To: to,
        NPS: text(nps?.score),
        'NPS from (95%)': text(nps?.interval95?.low),
        'NPS to (95%)': text(nps?.interval95?.high),
        Answers: text(nps?.n),
        Promoters: text(nps?.promoters),
        Passives: text(nps?.passives),
        Detractors: text(nps?.detractors),
        Rank: text(rank),
        Calls: text(calls),
        'Of calls': text(share?.n),
        Percent: text(share?.percent),
        'Percent from (95%)': text(share?.interval95?.low),
        'Percent to (95%)': text(share?.interval95?.high),
      })),
    )
    const { sampleCalls } = insights
    for (const calls of [sampleCalls, 3]) {
      const marked = insightsRows({ ...insights, sampleCalls: calls }, 'week').filter(
        ({ figure }) => figure === 'Sample calls counted here',
      )
      expect(marked.map((row) => row.calls)).toEqual(calls === 0 ? [] : [calls])
    }
    const trend = table.filter((row) => row.Figure === 'NPS by week')
    expect(trend.reduce((sum, row) => sum + Number(row.Answers), 0)).toBe(
      insights.nps.current.n + insights.nps.previous.n,
    )
    const ofFigure = (name: string) => rows.filter(({ figure }) => figure === name)
    const change = ofFigure('NPS').find(({ name }) => name === 'change')
    expect(change?.nps).toMatchObject({ score: insights.nps.change?.difference })
    const erased = ofFigure('Answers of erased customers, not counted')
    expect(erased.map(({ name, from, nps }) => [name, from, nps?.n])).toEqual([
      ['this period', period.from, insights.erasedAnswers],
      ['previous period', insights.previousPeriod.from, insights.erasedAnswersBefore],
    ])
    expect(ofFigure('Reach, will be tried again').map((row) => row.calls)).toEqual(
      insights.reach.current.missed.map((missed) => missed.willBeTriedAgain),
    )
    const byServiceType = insights.byServiceType.map((group) => ({ ...group, rank: null }))
    const unranked = insightsRows({ ...insights, byServiceType }, 'week').filter(
      ({ figure }) => figure === 'Service type',
    )
    expect(unranked.map((row) => [row.nps?.score, row.nps?.n])).toEqual(
      byServiceType.map(({ nps }) => [null, nps.n]),
    )
    const starts = trend.filter(({ Name }) => Name === 'this period').map(({ From }) => From)
    expect(starts).toEqual(['2026-10-20', '2026-10-25', '2026-11-01', '2026-11-08'])
  })
})

it('tells praise and blame with the newest call that brought feedback, and forgets them once that is deleted', async () => {
  const { db, organizationId, caller } = world
  const asked = { from: '2026-06-01', to: '2026-06-30' }
  const answered = (day: string) => ({
    status: 'completed',
    dueAt: null,
    npsScore: day < '2026-07' ? 9 : null,
    endTime: new Date(`${day}T16:00:00Z`),
  })
  const record = { positiveMentions: ['Quick'], areasToImprove: ['Dear'] }
  const first = { ...answered('2026-06-08'), record }
  const { id: callId, serviceRecordId } = await makeCall(db, organizationId, first)
  const second = await makeCall(db, organizationId, { ...answered('2026-06-09'), serviceRecordId })
  const third = await makeCall(db, organizationId, { ...answered('2026-07-01'), serviceRecordId })
  const { praised, blamed } = await caller.insights.read(asked)
  expect([praised, blamed]).toEqual([[{ text: 'Quick', calls: 1 }], [{ text: 'Dear', calls: 1 }]])
  const openedIds = async () => [
    (await opened(links.praisingCalls(asked, 'Quick'))).map(({ id }) => id),
    (await opened(links.blamingCalls(asked, 'Dear'))).map(({ id }) => id),
  ]
  expect(await openedIds()).toEqual([[second.id], [second.id]])
  await caller.calls.delete({ id: third.id })
  expect(await openedIds()).toEqual([[second.id], [second.id]])
  await caller.calls.delete({ id: second.id })
  expect(await openedIds()).toEqual([[], []])
  const told = await db.feedEvent.findMany({ where: { callId } })
  expect(told.at(-1)).toHaveProperty('payload.call.isNewestAnswered', true)
})

it('calls no change clear that the scores of erased answers explain', async () => {
  const { db, organizationId, caller } = world
  const [some] = calls
  if (some === undefined) throw new Error('There are calls.')
  const asked = { from: '2026-07-11', to: '2026-07-20' }
  const answer = (day: string, npsScore: number) => ({
    organizationId,
    serviceRecordId: some.serviceRecordId,
    status: 'completed',
    phoneNumber: some.phoneNumber,
    customerName: some.customerName,
    endTime: new Date(`${day}T16:00:00Z`),
    npsScore,
  })
  const many = <Row>(row: Row) => Array.from({ length: 30 }, () => row)
  await db.call.createMany({
    data: [...many(answer('2026-07-05', 5)), ...many(answer('2026-07-15', 10))],
  })
  const { change } = (await caller.insights.read(asked)).nps
  expect(change).toMatchObject({ difference: 200, isClear: true })
  const erased = { organizationId, answeredOn: new Date('2026-07-10'), npsScore: 10 }
  await db.erasedAnswer.createMany({ data: Array.from({ length: 60 }, () => many(erased)).flat() })
  const { erasedAnswers, erasedAnswersBefore, nps } = await caller.insights.read(asked)
  expect([erasedAnswers, erasedAnswersBefore]).toEqual([0, 1800])
  expect(nps.change).toEqual({ ...change, isClear: false, isHiddenByUncounted: true })
})

it('refuses a weekday that there is not, and says which there are', async () => {
  const url = `/api/v1/insights/export.csv?from=${period.from}&to=${period.to}&firstWeekday=7`
  const answer = await world.app.server.inject({ url })
  expect(answer.statusCode).toBe(400)
  expect(answer.json()).toMatchObject({
    issues: [{ path: 'firstWeekday', message: expect.stringContaining('0 (Sunday)') }],
  })
})

it('refuses a period that ends before it begins, or never', async () => {
  for (const to of ['2026-10-01', '2027-12-01', 'soon']) {
    await expect(world.caller.insights.read({ ...period, to })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
  }
})

const groupsOf = (kind: links.GroupKind) => {
  if (kind === 'advisor') return insights.byServiceAdvisor
  return kind === 'service' ? insights.byServiceType : insights.byVehicleMake
}
