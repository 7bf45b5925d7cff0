import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hourAt } from '../../src/server/db/call-conditions.ts'
import { selectCalls } from '../../src/server/db/call-row.ts'
import { sql } from '../../src/server/db/client.ts'
import type { Call } from '../../src/server/domain/call.schema.ts'
import type { CallFilter } from '../../src/server/domain/call-filter.schema.ts'
import {
  type CallListQuery,
  compareCalls,
  matchesFilter,
} from '../../src/server/domain/call-filter.ts'
import { callSortKeys, nobody, scoreFilters } from '../../src/server/domain/call-filter-choices.ts'
import { callStatuses, callTabs, tabOf } from '../../src/server/domain/call-status.ts'
import { foldText } from '../../src/server/domain/fold-text.ts'
import { type AppWorld, createAppWorld } from '../support/app-world.ts'
import {
  makeCall,
  makeFirstAttempt,
  makeOrganization,
  makeServiceAdvisor,
} from '../support/factories.ts'
import { randomRuns } from '../support/random-runs.ts'

let world: AppWorld
let calls: Call[]

const names = ['ana', 'Ana', 'ÁNA', 'Bo 100%', 'bo_x', 'Łucja', '\u{1f697} Car', '\uffee', 'Zoë']
const pick = <T>(values: readonly T[], at: number): T | undefined => values[at % values.length]
/** A few instants only, so that many calls share one and the id has to decide. */
const instant = (at: number) => new Date(Date.UTC(2026, 10, 20, 10 + (at % 4)))

beforeAll(async () => {
  world = await createAppWorld()
  const { db, organizationId } = world
  const advisors = await Promise.all(
    ['dana', 'Émile', 'Zed'].map((name) => makeServiceAdvisor(db, organizationId, name)),
  )
  const campaign = await db.campaign.create({ data: { organizationId, name: 'Autumn' } })
  for (let at = 0; at < 120; at++) {
    const call = await makeCall(db, organizationId, {
      status: pick(callStatuses, at) ?? 'ready',
      outcome: at % 3 === 0 ? null : pick(['answered', 'busy', 'opted_out'], at >> 2),
      isDemo: at % 9 === 0,
      attemptCount: at % 4,
      heldReason: at % 5 === 0 ? 'Nobody knows the time zone' : null,
      dueAt: at % 3 === 0 ? null : instant(at >> 2),
      startTime: at % 5 === 0 ? null : instant(at >> 3),
      endTime: at % 7 === 0 ? null : instant(at >> 4),
      customerName: pick(names, at >> 1) ?? '',
      phoneNumber: `+1212555${String(100 + at).padStart(4, '0')}`,
      npsScore: at % 4 === 0 ? null : at % 11,
      rating: at % 6 === 0 ? null : 1 + (at % 5),
      tags: at % 3 === 0 ? ['price', 'Ñandú'] : [],
      campaignId: at % 8 === 0 ? campaign.id : null,
      record: {
        externalId: `RO-${at}`,
        isSample: at % 7 === 0,
        serviceType: at % 2 === 0 ? 'Oil' : 'Brakes',
        serviceAdvisorId: pick([...advisors.map(({ id }) => id), null], at) ?? null,
        positiveMentions: at % 5 === 0 ? ['Fair price', 'Kept informed'] : [],
        areasToImprove: at % 6 === 0 ? ['Fair price'] : [],
        vehicleInfo: {
          make: pick([null, 'Škoda', 'Kia'], at >> 2) ?? null,
          model: null,
          year: null,
          vin: null,
          vehicleNumber: `X-${at % 9}`,
        },
      },
    })
    if (at % 4 > 0) await makeFirstAttempt(db, call, new Date(instant(at).getTime() + at * 60_000))
  }
  const others = await makeOrganization(db)
  for (const status of callStatuses) await makeCall(db, others.id, { status })
  calls = await selectCalls(db, sql`c."organizationId" = ${organizationId}::uuid`)
}, 60_000)
afterAll(() => world[Symbol.asyncDispose]())

const oneOf = <T>(values: readonly T[]) => fc.constantFrom(...values)
const instants = [0, 1, 2, 3].map((at) => instant(at).toISOString())

const searches = [
  'ana',
  'á',
  '%',
  '_',
  'ł',
  '555 01',
  '(212) 555',
  'ro-1',
  'x-3',
  'DANA',
  'é',
  'ñ',
  'nandu',
  'łucja',
  'zoe',
  '\u0301',
  '\\',
]

/** One or two conditions at a time: more of them leave no call to disagree about. */
const filters = (): fc.Arbitrary<CallFilter> => {
  const conditions: fc.Arbitrary<CallFilter>[] = [
    fc.record({ search: oneOf(searches) }),
    fc.record({ serviceAdvisorId: oneOf(calls.flatMap((call) => call.serviceAdvisorId ?? [])) }),
    fc.record({ serviceType: oneOf(['Oil', 'Brakes', 'Other']) }),
    fc.record({ tag: oneOf(['price', 'Price']) }),
    fc.record({ serviceAdvisorId: fc.constant(nobody) }),
    fc.record({ vehicleMake: oneOf(['', 'Škoda', 'škoda']) }),
    fc.record({ praised: oneOf(['Fair price', 'Fair']) }),
    fc.record({ blamed: oneOf(['Fair price', 'Kept informed']) }),
    fc.record({ outcome: oneOf(['answered', 'busy', 'opted_out', nobody] as const) }),
    fc.record({ isDemo: fc.boolean() }),
    fc.record({ isSample: fc.boolean() }),
    fc.record({ hasNextAttempt: fc.boolean() }),
    fc.record({ isHeld: fc.boolean() }),
    fc.record({ attemptCount: fc.integer({ min: 0, max: 3 }) }),
    fc.record({ firstTriedFrom: oneOf(instants) }),
    fc.record({ firstTriedTo: oneOf(instants) }),
    fc.record({
      firstTriedHour: fc.integer({ min: 10, max: 16 }),
      timeZone: oneOf([undefined, 'America/New_York', 'Asia/Kolkata']),
    }),
    fc.record({ scoreBand: oneOf(scoreFilters) }),
    fc.record({ status: oneOf(callStatuses) }),
    fc.record({ status: oneOf(['any', 'ended'] as const) }),
    fc.record({ campaignId: oneOf(calls.flatMap((call) => call.campaignId ?? [])) }),
    fc.record({ from: oneOf(instants) }),
    fc.record({ to: oneOf(instants) }),
  ]
  return fc
    .tuple(fc.oneof(...conditions), fc.oneof(fc.constant({}), ...conditions))
    .map(([one, other]) => ({ ...one, ...other }))
}

const queries = (): fc.Arbitrary<CallListQuery> =>
  fc.record({
    tab: oneOf(callTabs),
    filter: fc.oneof(fc.constant({}), { weight: 3, arbitrary: filters() }),
    sort: fc.option(
      fc.record({ key: oneOf(callSortKeys), direction: oneOf(['asc', 'desc'] as const) }),
      { nil: undefined },
    ),
  })

async function readAllPages(query: CallListQuery, limit: number): Promise<string[]> {
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page: { calls: Call[]; nextCursor: string | null } = await world.caller.calls.list({
      ...query,
      limit,
      cursor,
    })
    expect(page.calls.length).toBeLessThanOrEqual(limit)
    seen.push(...page.calls.map(({ id }) => id))
    cursor = page.nextCursor
  } while (cursor !== null)
  return seen
}

describe('a list of calls', () => {
  it('holds, page by page, what the domain says, in its order', async () => {
    await fc.assert(
      fc.asyncProperty(queries(), fc.integer({ min: 4, max: 40 }), async (query, limit) => {
        const expected = calls
          .filter((call) => matchesFilter(call, query))
          .sort((a, b) => compareCalls(a, b, query))
        expect(await readAllPages(query, limit)).toEqual(expected.map(({ id }) => id))
      }),
      randomRuns(80),
    )
  }, 120_000)

  it('carries the counts and the feed position of the same moment', async () => {
    const { db, organizationId } = world
    const page = await world.caller.calls.list({ tab: 'missed', limit: 1 })
    const organization = await db.organization.findUniqueOrThrow({ where: { id: organizationId } })
    expect(page.feedCursor).toBe(`${organization.feedEpoch}:${organization.feedSeq}`)
    expect(page.counts).toEqual({
      ready: organization.readyCount,
      missed: organization.missedCount,
      completed: organization.completedCount,
    })
  })

  it('answers an empty page with its counts', async () => {
    const ready = calls.filter(({ status }) => tabOf(status) === 'ready').length
    const page = await world.caller.calls.list({ tab: 'ready', filter: { search: 'nobody' } })
    expect(page).toMatchObject({ calls: [], nextCursor: null, counts: { ready } })
  })

  it("refuses another list's cursor", async () => {
    const { nextCursor } = await world.caller.calls.list({ tab: 'missed', limit: 1 })
    const reading = world.caller.calls.list({ tab: 'ready', cursor: nextCursor })
    await expect(reading).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})

describe('a search', () => {
  it.each([
    ['ÁN', 'customerName', 'ÁNA'],
    ['555-01', 'phoneNumber', '+12125550100'],
    ['ro-11', 'externalId', 'RO-11'],
    ['émile', 'serviceAdvisorName', 'Émile'],
    ['EMILE', 'serviceAdvisorName', 'Émile'],
    ['lucja', 'customerName', 'Łucja'],
    ['zoe', 'customerName', 'Zoë'],
    ['%', 'customerName', 'Bo 100%'],
  ] as const)('for %s finds %s', async (search, column, value) => {
    const found = []
    for (const tab of callTabs) {
      const page = await world.caller.calls.list({ tab, filter: { search }, limit: 200 })
      found.push(...page.calls.map((call) => call[column]))
    }
    expect(found).toContain(value)
  })

  it('compares letters in the database as it does in the page', async () => {
    // Those that both have known for long: which Unicode each has is its own affair.
    const letters = Array.from({ length: 0x2c00 }, (_, code) => String.fromCodePoint(code)).filter(
      (letter) => letter >= ' ' && (letter < '\u1c80' || letter >= '\u1d00'),
    )
    const [row] = await world.db.$queryRaw<{ folded: string[] }[]>`
      select array(select ringback_fold(letter || 'É') from unnest(${letters}::text[])
        with ordinality as each(letter, at) order by at) as folded`
    const folded = letters.map((letter) => foldText(`${letter}É`))
    expect(letters.filter((_, at) => row?.folded[at] !== folded[at])).toEqual([])
  })
})

describe('the choices of a filter', () => {
  it("are the organization's own, in order", async () => {
    expect(await world.caller.calls.facets()).toEqual({
      serviceAdvisors: [
        { id: expect.any(String), name: 'dana' },
        { id: expect.any(String), name: 'Zed' },
        { id: expect.any(String), name: 'Émile' },
      ],
      serviceTypes: ['Brakes', 'Oil'],
      tags: ['price', 'Ñandú'],
      campaigns: [{ id: expect.any(String), name: 'Autumn' }],
    })
  })

  it('are those of demo calls for a presenter', async () => {
    const { db, callerOf } = world
    const { id } = await makeOrganization(db)
    const shown = await makeServiceAdvisor(db, id, 'Dana')
    const hidden = await makeServiceAdvisor(db, id, 'Zed')
    const campaign = await db.campaign.create({ data: { organizationId: id, name: 'Autumn' } })
    await makeCall(db, id, {
      isDemo: true,
      record: { isDemo: true, serviceType: 'Brakes', serviceAdvisorId: shown.id },
    })
    await makeCall(db, id, {
      tags: ['price'],
      campaignId: campaign.id,
      record: { serviceType: 'Oil', serviceAdvisorId: hidden.id },
    })
    expect(await (await callerOf(id, 'presenter')).calls.facets()).toEqual({
      serviceAdvisors: [{ id: shown.id, name: 'Dana' }],
      serviceTypes: ['Brakes'],
      tags: [],
      campaigns: [],
    })
  })
})

it('goes on after a name of any length and script', async () => {
  const { id } = await makeOrganization(world.db)
  const names = ['\u0416', '\u8f66'].map((letter) => letter.repeat(200))
  for (const customerName of names) await makeCall(world.db, id, { customerName })
  await makeCall(world.db, id, { customerName: '\u{1f697}' })
  const { calls: list } = await world.callerOf(id)
  const sort = { key: 'customerName', direction: 'asc' } as const
  const found: string[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof list.list>> = await list.list({
      tab: 'ready',
      sort,
      limit: 1,
      cursor,
    })
    found.push(...page.calls.map(({ customerName }) => customerName))
    cursor = page.nextCursor
  } while (cursor !== null)
  expect(found).toEqual([...names, '\u{1f697}'])
})

it.each(['CET', 'met', 'WET', 'EET', 'EST', 'Japan', 'UTC', 'Europe/Paris'])(
  'reads the clock of %s as PostgreSQL does, in summer and winter',
  async (zone) => {
    for (const at of ['2026-01-15T12:00:00Z', '2026-07-15T12:00:00Z']) {
      const hour = Temporal.Instant.from(at).toZonedDateTimeISO(zone).hour
      const asked = hourAt(sql`${new Date(at)}::timestamptz`, zone)
      expect(await world.db.$queryRaw`select ${asked} as hour`).toEqual([{ hour }])
    }
  },
)
