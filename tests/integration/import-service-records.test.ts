import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callSchema } from '../../src/server/domain/call.schema.ts'
import { importServiceRecords } from '../../src/server/services/import-service-records.ts'
import { loadNumberZones } from '../../src/server/telephony/phone-zones.ts'
import type { TestDatabase } from '../support/clone-database.ts'
import { makeOrganization } from '../support/factories.ts'
import { ManualClock } from '../support/manual-clock.ts'
import { ScriptedProvider } from '../support/scripted-provider.ts'
import { silentLog } from '../support/silent-log.ts'
import { createTestDatabase } from '../support/test-database.ts'
import { someActor } from '../support/test-identity.ts'

let database: TestDatabase
const numberZones = loadNumberZones()
// 17:30 in New York.
const clock = new ManualClock('2026-11-20T22:30:00Z')

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

function makeDeps(at = clock) {
  const announced: string[] = []
  const feed = {
    announce: (organizationId: string) => announced.push(organizationId),
    subscribe: () => {
      throw new Error('nobody subscribes here')
    },
    close: async () => undefined,
  }
  const zonesOfPhone = async (phoneNumber: string) => numberZones(phoneNumber)
  const rest = { provider: new ScriptedProvider(), log: silentLog }
  return { deps: { db: database.appDb, clock: at, feed, zonesOfPhone, ...rest }, announced }
}

const fixture = (name: string) => readFile(new URL(`../fixtures/${name}`, import.meta.url), 'utf8')

async function importText(
  organizationId: string,
  content: string,
  signal?: AbortSignal,
  at = clock,
) {
  const { deps, announced } = makeDeps(at)
  const input = { fileName: 'visits.csv', content, ...(signal ? { signal } : {}) }
  const report = await importServiceRecords(deps, { organizationId, actor: someActor }, input)
  return { report, announced }
}

/** Everything that a second import must leave alone. */
async function traceOf(organizationId: string) {
  const { db } = database
  const organization = await db.organization.findUniqueOrThrow({ where: { id: organizationId } })
  const records = await db.serviceRecord.findMany({
    where: { organizationId },
    orderBy: { id: 'asc' },
  })
  const calls = await db.call.findMany({ where: { organizationId }, orderBy: { id: 'asc' } })
  const events = await db.feedEvent.count({ where: { organizationId } })
  return { organization, records, calls, events }
}

const header = 'RO #,Customer Name,Mobile Phone,Work Type,Closed,Service Advisor'
const file = (...rows: string[]) => [header, ...rows].join('\r\n')

describe('the sixty clean visits', () => {
  it('land with a call each, due inside the windows', async () => {
    const organization = await makeOrganization(database.db)
    const { report, announced } = await importText(organization.id, await fixture('visits.csv'))
    expect(report).toMatchObject({
      totalRows: 60,
      created: 60,
      updated: 0,
      unchanged: 0,
      callsCreated: 60,
      withoutCall: 0,
      badRows: [],
    })
    expect(announced).toEqual([organization.id])
    const trace = await traceOf(organization.id)
    expect(trace.organization).toMatchObject({ readyCount: 60, feedSeq: 60n })
    expect(trace.events).toBe(60)
    const [event] = await database.db.feedEvent.findMany({
      where: { organizationId: organization.id },
      orderBy: { seq: 'desc' },
      take: 1,
    })
    const payload: unknown = event?.payload
    expect(callSchema.parse(Reflect.get(Object(payload), 'call'))).toMatchObject({
      status: 'ready',
      version: 1,
    })
    expect(Reflect.get(Object(payload), 'counts')).toEqual({ ready: 60, missed: 0, completed: 0 })
    const call = trace.calls.find(({ customerName }) => customerName === 'Diego Okafor')
    expect(call).toMatchObject({
      phoneNumber: '+14695550119',
      // 17:30 on a Friday, the delay is over and the window is open until 18:00.
      dueAt: new Date('2026-11-20T22:30:00Z'),
      scheduledTime: new Date('2026-11-20T22:30:00Z'),
      expiresAt: new Date('2026-11-27T17:04:00Z'),
    })
    const record = trace.records.find(({ externalId }) => externalId === 'RO-100000')
    expect(record).toMatchObject({
      customerTimeZone: 'America/Chicago',
      serviceType: 'Recall campaign',
      status: 'completed',
      completedAt: new Date('2026-11-20T17:04:00Z'),
      vehicleInfo: {
        make: 'BMW',
        model: '320d',
        year: 2009,
        vehicleNumber: 'XBV-4517',
        vin: 'CF43ESF4DHRD2DRCJ',
      },
    })
  })
})

describe('ten thousand messy rows', () => {
  it('lands the good ones, names each bad one, and changes nothing the second time', async () => {
    const organization = await makeOrganization(database.db)
    const text = await fixture('dms-export.csv')
    const first = await importText(organization.id, text)
    const { report } = first
    expect(report).toMatchObject({ totalRows: 10_001, created: 9511, updated: 0, unchanged: 0 })
    expect(report.callsCreated + report.callsJoined + report.withoutCall).toBe(9511)
    expect(report.callsJoined).toBeGreaterThan(100)
    expect(report.callsCreated).toBeGreaterThan(2000)
    expect(report.badRowCount).toBe(490)
    expect(new Set(report.badRows.map(({ line }) => line)).size).toBe(490)
    expect(report.columns).toContainEqual({ field: 'externalId', header: 'RO #' })

    const before = await traceOf(organization.id)
    expect(before.records).toHaveLength(9511)
    expect(before.organization.readyCount).toBe(report.callsCreated)
    // A call is told of again for each batch that brought it another visit.
    expect(before.events).toBeGreaterThanOrEqual(report.callsCreated)
    expect(before.events).toBeLessThanOrEqual(report.callsCreated + report.callsJoined)
    for (const { customerPhone } of before.records) {
      expect(customerPhone).toMatch(/^\+1\d{3}55501\d\d$/)
    }

    await clock.advance(3 * 3_600_000)
    const again = await importText(organization.id, text)
    expect(again.report).toEqual({
      ...report,
      created: 0,
      unchanged: 9511,
      callsCreated: 0,
      callsJoined: 0,
      withoutCall: 0,
    })
    expect(again.announced).toEqual([])
    expect(await traceOf(organization.id)).toEqual(before)
  }, 60_000)
})

describe('importing visits that are known', () => {
  const row = 'RO-1,Mei Patel,(769) 555-0157,Brake pads,11/20/2026 09:00 AM,Sofia Reyes'

  it('gives a waiting call the new words, with one event', async () => {
    const organization = await makeOrganization(database.db)
    await importText(organization.id, file(row))
    const changed = 'RO-1,Mei Li,(769) 555-0158,Brake pads,11/20/2026 09:00 AM,Grace Liu'
    const { report, announced } = await importText(organization.id, file(changed))
    expect(report).toMatchObject({ created: 0, updated: 1, unchanged: 0, callsCreated: 0 })
    expect(announced).toEqual([organization.id])
    const { calls, events, organization: after } = await traceOf(organization.id)
    expect(calls).toMatchObject([
      { customerName: 'Mei Li', phoneNumber: '+17695550158', version: 2, status: 'ready' },
    ])
    expect(events).toBe(2)
    expect(after).toMatchObject({ feedSeq: 2n, readyCount: 1 })
    const [, last] = await database.db.feedEvent.findMany({
      where: { organizationId: organization.id },
      orderBy: { seq: 'asc' },
    })
    expect(last?.payload).toMatchObject({
      call: { customerName: 'Mei Li', serviceAdvisorName: 'Grace Liu', version: 2 },
    })
  })

  it('takes a day without a time for the one it was, whatever hour it is by now', async () => {
    const organization = await makeOrganization(database.db)
    // The noon of the next day is to come, and then it is over.
    const bare = row.replace('11/20/2026 09:00 AM', '11/21/2026')
    const spare = new ManualClock('2026-11-21T13:00:00Z')
    await importText(organization.id, file(bare), undefined, spare)
    const { records: before } = await traceOf(organization.id)
    for (const hours of [1, 9]) {
      await spare.advance(hours * 3_600_000)
      const { report } = await importText(organization.id, file(bare), undefined, spare)
      expect(report).toMatchObject({ created: 0, updated: 0, unchanged: 1 })
    }
    // Another word changes that word alone, and another day the time.
    const other = bare.replace('Mei Patel', 'Mei Li')
    await importText(organization.id, file(other), undefined, spare)
    const [known] = before
    const renamed = { customerName: 'Mei Li', completedAt: known?.completedAt }
    expect((await traceOf(organization.id)).records).toMatchObject([renamed])
    const dayBefore = other.replace('11/21/2026', '11/20/2026')
    await importText(organization.id, file(dayBefore), undefined, spare)
    const noon = { completedAt: new Date('2026-11-20T17:00:00Z') }
    expect((await traceOf(organization.id)).records).toMatchObject([noon])
  })

  it('leaves the number that was dialed on a call that is over', async () => {
    const organization = await makeOrganization(database.db)
    await importText(organization.id, file(row))
    await database.db.call.updateMany({
      where: { organizationId: organization.id },
      data: { status: 'completed', dueAt: null },
    })
    await importText(organization.id, file(row.replace('0157', '0158').replace('Sofia', 'Sofía')))
    const { calls } = await traceOf(organization.id)
    expect(calls).toMatchObject([{ phoneNumber: '+17695550157', version: 2 }])
  })

  it('does not erase what the file leaves open', async () => {
    const organization = await makeOrganization(database.db)
    const rich = `${header},Time Zone,VIN\r\n${row},America/Chicago,KFC25LAEDCNSB6X5N`
    await importText(organization.id, rich)
    const { report } = await importText(organization.id, file(row))
    expect(report).toMatchObject({ updated: 0, unchanged: 1 })
    await importText(organization.id, file(row.replace('Mei', 'Mai')))
    const { records } = await traceOf(organization.id)
    expect(records).toMatchObject([
      {
        customerName: 'Mai Patel',
        customerTimeZone: 'America/Chicago',
        vehicleInfo: { vin: 'KFC25LAEDCNSB6X5N' },
      },
    ])
  })

  it('makes the call of a visit that ended after it was first told of', async () => {
    const organization = await makeOrganization(database.db)
    const { db } = database
    await db.serviceRecord.create({
      data: {
        organizationId: organization.id,
        externalId: 'RO-1',
        customerName: 'Mei Patel',
        customerPhone: '+17695550157',
        vehicleInfo: { make: 'Kia', model: null, year: null, vehicleNumber: null, vin: null },
        serviceType: 'Brake pads',
        status: 'in_progress',
      },
    })
    const { report } = await importText(organization.id, file(row))
    expect(report).toMatchObject({ created: 0, updated: 1, callsCreated: 1 })
    const { records, calls } = await traceOf(organization.id)
    expect(records).toMatchObject([{ status: 'completed', vehicleInfo: { make: 'Kia' } }])
    expect(calls).toHaveLength(1)
  })
})

describe('limits of an import', () => {
  it('counts a visit that is too old to be called about', async () => {
    const organization = await makeOrganization(database.db)
    const old = 'RO-1,Mei Patel,(769) 555-0157,Brake pads,10/31/2026 09:00 AM,Sofia Reyes'
    const { report, announced } = await importText(organization.id, file(old))
    expect(report).toMatchObject({ created: 1, callsCreated: 0, withoutCall: 1, badRows: [] })
    expect(announced).toEqual([])
  })

  it('asks for the order of dates that can be read in two ways', async () => {
    const { id: organizationId } = await makeOrganization(database.db)
    const row = 'RO-1,Mei Patel,(769) 555-0157,Brake pads,10/11/2026 09:00,Sofia Reyes'
    const input = { fileName: 'visits.csv', content: file(row) }
    const by = { organizationId, actor: someActor }
    await expect(importServiceRecords(makeDeps().deps, by, input)).rejects.toMatchObject({
      code: 'invalid_input',
      issues: [{ path: 'dateOrder', message: expect.stringContaining('10/11/2026 09:00') }],
    })
    expect((await traceOf(organizationId)).records).toEqual([])
    await importServiceRecords(makeDeps().deps, by, { ...input, dateOrder: 'day_first' })
    expect((await traceOf(organizationId)).records).toMatchObject([
      { completedAt: new Date('2026-11-10T14:00:00Z') },
    ])
  })

  it('asks for the end of the visit where it only may be in a date and the time beside it', async () => {
    const { id: organizationId } = await makeOrganization(database.db)
    const content = 'RO,Name,Phone,Date,Time\nRO-1,Mei Patel,(769) 555-0157,2026-11-20,09:00'
    const input = { fileName: 'visits.csv', content }
    const by = { organizationId, actor: someActor }
    await expect(importServiceRecords(makeDeps().deps, by, input)).rejects.toMatchObject({
      code: 'invalid_input',
      issues: [{ path: 'mapping', message: expect.stringContaining('"Date" and "Time"') }],
    })
    expect((await traceOf(organizationId)).records).toEqual([])
    const mapping = { completedAt: 'Date', completedAtTime: 'Time' }
    await importServiceRecords(makeDeps().deps, by, { ...input, mapping })
    expect((await traceOf(organizationId)).records).toMatchObject([
      { completedAt: new Date('2026-11-20T14:00:00Z') },
    ])
  })

  it('keeps two organizations apart that use the same order numbers', async () => {
    const ours = await makeOrganization(database.db)
    const theirs = await makeOrganization(database.db)
    const row = 'RO-1,Mei Patel,(769) 555-0157,Brake pads,11/20/2026 09:00 AM,Sofia Reyes'
    await importText(ours.id, file(row))
    const { report } = await importText(theirs.id, file(row.replace('Mei Patel', 'Elif Berg')))
    expect(report).toMatchObject({ created: 1, updated: 0 })
    expect((await traceOf(ours.id)).records).toMatchObject([{ customerName: 'Mei Patel' }])
  })

  it('lets others in after every two hundred rows', async () => {
    const { id } = await makeOrganization(database.db)
    const rows = Array.from({ length: 450 }, (_, at) => {
      const phone = `+1212${String(5_600_100 + at)}`
      return `RO-${at},Ana Ruiz,${phone},Oil change,11/20/2026 09:00 AM,Grace Liu`
    })
    const { report, announced } = await importText(id, file(...rows))
    expect(report).toMatchObject({ created: 450 })
    expect(announced).toHaveLength(3)
  })

  it('lists the first thousand bad rows and counts the others', async () => {
    const { id } = await makeOrganization(database.db)
    const rows = Array.from({ length: 1003 }, (_, at) => `RO-${at},Ana Ruiz,12,Oil change,,Grace`)
    const { report } = await importText(id, file(...rows))
    expect(report).toMatchObject({ totalRows: 1003, created: 0, badRowCount: 1003 })
    expect(new Set(report.badRows.map(({ line }) => line)).size).toBe(1000)
    expect(report.badRows.slice(-2)).toMatchObject([
      { line: 1001, column: 'Mobile Phone' },
      { line: 1001, column: 'Closed' },
    ])
  })

  it('stops between batches when it is called off', async () => {
    const organization = await makeOrganization(database.db)
    const called = AbortSignal.abort(new Error('called off'))
    const attempt = importText(organization.id, await fixture('visits.csv'), called)
    await expect(attempt).rejects.toThrow('called off')
    expect((await traceOf(organization.id)).records).toEqual([])
  })

  it('lets two imports of the same file run at once', async () => {
    const organization = await makeOrganization(database.db)
    const text = await fixture('visits.csv')
    const reports = await Promise.all([1, 2, 3].map(() => importText(organization.id, text)))
    const created = reports.reduce((sum, { report }) => sum + report.created, 0)
    expect(created).toBe(60)
    const trace = await traceOf(organization.id)
    expect(trace.calls).toHaveLength(60)
    expect(trace.organization).toMatchObject({ readyCount: 60, feedSeq: 60n })
  })

  it.each([
    ['', 'The file is empty.'],
    ['PK\u0003\u0004rest', 'This is not a CSV file.'],
    ['Name,Total\nAnn,3', 'The file has no column for the order number'],
    [`${header}${'\nx'.repeat(50_001)}`, 'more than 50,000 rows. Split it'],
    [`${header}${',x'.repeat(495)}`, 'more than 500 headings'],
    [`${header},${'x'.repeat(100_000)}`, 'more than 500 headings or 100,000 characters'],
  ])('refuses a file that it cannot read: %j', async (content, message) => {
    const organization = await makeOrganization(database.db)
    await expect(importText(organization.id, content)).rejects.toMatchObject({
      code: 'invalid_input',
      message: expect.stringContaining(message),
    })
  })
})
