import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inOrganization } from '../../src/server/db/in-organization.ts'
import { noteLanding } from '../../src/server/db/visit-imports.ts'
import type { ImportChoices, ImportFileInput } from '../../src/server/domain/import-file.schema.ts'
import { importFile } from '../../src/server/services/import-file.ts'
import { undoImport } from '../../src/server/services/undo-import.ts'
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

const deps = () => ({
  db: database.appDb,
  clock,
  provider: new ScriptedProvider(),
  log: silentLog,
  feed: {
    announce: () => undefined,
    subscribe: () => {
      throw new Error('nobody subscribes here')
    },
    close: async () => undefined,
  },
  zonesOfPhone: async (phoneNumber: string) => numberZones(phoneNumber),
})

async function bring(organizationId: string, content: string, rest: Partial<ImportFileInput> = {}) {
  const by = { organizationId, actor: someActor }
  const input = { fileName: 'day.csv', content, mode: 'auto', ...rest } as const
  return importFile(deps(), by, input)
}

async function run(...given: Parameters<typeof bring>) {
  const result = await bring(...given)
  if (result.kind !== 'run') throw new Error(`planned: ${JSON.stringify(result.plan)}`)
  return result.run
}

async function plan(...given: Parameters<typeof bring>) {
  const result = await bring(...given)
  if (result.kind !== 'plan') throw new Error('imported')
  return result.plan
}

const traceOf = async (organizationId: string) => {
  const where = { organizationId }
  const [visits, calls, advisors, imports] = await Promise.all([
    database.db.serviceRecord.findMany({ where, orderBy: { externalId: 'asc' } }),
    database.db.call.findMany({ where, orderBy: { customerName: 'asc' } }),
    database.db.serviceAdvisor.count({ where }),
    database.db.visitImport.count({ where }),
  ])
  return { visits, calls, advisors, imports }
}

const german = [
  'Auftragsnr.;Kunde;Handy;Fahrzeug;Abgeschlossen am;Serviceberater',
  'A-1;Jürgen Größ;(212) 555-0101;2021 Audi A4;20.11.2026 09:30;Käthe Weiß',
  'A-2;Anna Lüders;(212) 555-0102;2019 Opel Corsa;20.11.2026 10:15;Käthe Weiß',
].join('\r\n')
const unknown = german.replace('Auftragsnr.', 'Nr. intern')
const choices: ImportChoices = {
  mapping: {
    externalId: 'Nr. intern',
    customerName: 'Kunde',
    customerPhone: 'Handy',
    completedAt: 'Abgeschlossen am',
  },
}

describe('a file that leaves nothing to ask', () => {
  it('is imported at once, German headings and semicolons and all', async () => {
    const { id } = await makeOrganization(database.db)
    const { report, readRows, isCanceled } = await run(id, german)
    expect(report).toMatchObject({ created: 2, callsCreated: 2, badRows: [] })
    expect([readRows, isCanceled]).toEqual([2, false])
    const { visits } = await traceOf(id)
    expect(visits[0]).toMatchObject({ externalId: 'A-1', customerName: 'Jürgen Größ' })
  })

  it('gives its bad rows back whole, to be mended', async () => {
    const { id } = await makeOrganization(database.db)
    const broken = german.replace('(212) 555-0102', '12')
    const { headings, badRecords } = await run(id, broken)
    expect(headings[0]).toBe('Auftragsnr.')
    expect(badRecords).toMatchObject([
      { cells: ['A-2', 'Anna Lüders', '12', {}, {}, {}], problems: [{ column: 'Handy' }] },
    ])
  })
})

describe('a file with a required column that is not recognised', () => {
  it('is asked about, and its columns are remembered for this organization alone', async () => {
    const ours = await makeOrganization(database.db)
    const theirs = await makeOrganization(database.db)
    const asked = await plan(ours.id, unknown)
    expect(asked).toMatchObject({
      missing: ['externalId'],
      isRemembered: false,
      outcome: null,
      totalRows: 2,
      mapping: { customerName: 'Kunde', customerPhone: 'Handy' },
    })
    expect(asked.columns[0]).toEqual({ heading: 'Nr. intern', examples: ['A-1', 'A-2'] })
    await run(ours.id, unknown, { mode: 'run', choices })
    // The columns may stand in another order the next time, and what was left out stays so.
    const next =
      'Kunde;Nr. intern;Handy;Fahrzeug;Serviceberater;Abgeschlossen am\nEva Maß;A-3;(212) 555-0103;VW;Jo;20.11.2026 11:00'
    expect((await run(ours.id, next)).report).toMatchObject({ created: 1 })
    expect((await traceOf(ours.id)).advisors).toBe(0)
    expect((await plan(theirs.id, next)).missing).toEqual(['externalId'])
  })
})

describe('a file without headings', () => {
  it('is refused once its first customer is taken for them, and nothing of them is kept', async () => {
    const { id } = await makeOrganization(database.db)
    const headless = german.split('\r\n').slice(1).join('\r\n')
    const mapping = {
      externalId: 'A-1',
      customerName: 'Jürgen Größ',
      customerPhone: '(212) 555-0101',
      completedAt: '20.11.2026 09:30',
    }
    for (const mode of ['plan', 'run'] as const) {
      await expect(bring(id, headless, { mode, choices: { mapping } })).rejects.toMatchObject({
        code: 'invalid_input',
        message: 'The first row must hold the headings of the columns.',
        issues: [{ path: 'mapping.customerPhone' }, { path: 'mapping.completedAt' }],
      })
    }
    const where = { organizationId: id }
    expect(await database.db.columnChoice.count({ where })).toBe(0)
    expect((await traceOf(id)).imports).toBe(0)
  })
})

describe('dates that can be read both ways', () => {
  const two = 'RO,Customer,Phone,Closed\nR-1,Ann Lee,(212) 555-0101,11/10/2026 09:30'
  it('are asked about with an example, and the answer is remembered', async () => {
    const { id } = await makeOrganization(database.db)
    const { dates, mapping } = await plan(id, two)
    expect(dates).toEqual({ order: 'month_first', isSure: false, example: '11/10/2026 09:30' })
    await run(id, two, { mode: 'run', choices: { mapping, dateOrder: 'day_first' } })
    const { report } = await run(id, two.replace('R-1', 'R-2'))
    expect(report.created).toBe(1)
    const completed = (await traceOf(id)).visits.map(({ completedAt }) =>
      completedAt?.toISOString(),
    )
    expect(completed).toEqual(['2026-10-11T13:30:00.000Z', '2026-10-11T13:30:00.000Z'])
  })
})

describe('a file with one date that speaks against the usual order', () => {
  const days = Array.from({ length: 11 }, (_, index) => `11/${String(index + 2).padStart(2, '0')}`)
  const file = [
    'RO,Customer,Phone,Closed',
    ...[...days, '14/11'].map(
      (day, index) => `R-${index + 10},Ann Lee,(212) 555-0101,${day}/2026 09:30`,
    ),
  ].join('\n')

  it('is asked about, also where a run does not say the order', async () => {
    const { id } = await makeOrganization(database.db)
    const asked = { order: 'month_first', isSure: false, example: '11/02/2026 09:30' }
    const { dates, mapping } = await plan(id, file)
    expect(dates).toEqual(asked)
    expect((await plan(id, file, { mode: 'run', choices: { mapping } })).dates).toEqual(asked)
    expect((await traceOf(id)).visits).toEqual([])
  })

  it('lands in the order that is stated, and names the contrary row', async () => {
    const { id } = await makeOrganization(database.db)
    const { mapping } = await plan(id, file)
    const stated = { mapping, dateOrder: 'month_first' as const }
    const { report } = await run(id, file, { mode: 'run', choices: stated })
    expect(report).toMatchObject({ created: 11, badRows: [{ line: 13 }] })
    expect((await traceOf(id)).visits[0]?.completedAt?.toISOString()).toBe(
      '2026-11-02T14:30:00.000Z',
    )
  })

  it('keeps what is remembered when a sure file is run, whose stated order is heeded', async () => {
    const { id } = await makeOrganization(database.db)
    const sure = file
      .split('\n')
      .slice(0, 2)
      .join('\n')
      .concat('\nR-30,Bo,(212) 555-0102,11/15/2026')
    const { mapping } = await plan(id, file)
    const remembered = async () =>
      (await database.db.columnChoice.findFirst({ where: { organizationId: id } }))?.dateOrder
    await run(id, sure, { mode: 'run', choices: { mapping, dateOrder: 'day_first' } })
    expect((await traceOf(id)).visits.map(({ completedAt }) => completedAt)).toEqual([
      new Date('2026-02-11T14:30:00Z'),
    ])
    await run(id, sure, { mode: 'run', choices: { mapping } })
    expect(await remembered()).toBe('day_first')
    expect((await traceOf(id)).visits[0]?.completedAt).toEqual(new Date('2026-11-02T14:30:00Z'))
  })
})

describe('a dry run', () => {
  it('tells what the import then does, and leaves nothing behind', async () => {
    const { id } = await makeOrganization(database.db)
    await run(id, german)
    const before = await traceOf(id)
    const more = [
      german.replace('Jürgen Größ', 'Jürgen Groß').replace('Käthe Weiß', 'Neu Hier'),
      'A-3;Zoë Rau;(212) 555-0103;VW;20.11.2026 11:00;Käthe Weiß',
      'A-4;Zoë Rau;(212) 555-0103;VW;20.11.2026 12:00;Käthe Weiß',
      'A-5;Bad Row;12;VW;20.11.2026 11:00;Käthe Weiß',
    ].join('\r\n')
    const { outcome } = await plan(id, more, { mode: 'plan' })
    expect(outcome).toMatchObject({
      created: 2,
      updated: 1,
      unchanged: 1,
      callsCreated: 1,
      callsJoined: 1,
      badRows: [{ line: 6 }],
    })
    expect(await traceOf(id)).toEqual(before)
    expect((await run(id, more)).report).toEqual(outcome)
  })
})

describe('undoing an import', () => {
  const undo = (organizationId: string, importId: string) =>
    undoImport(deps(), { organizationId, actor: someActor }, importId)

  it('takes back what nothing has happened to, and says what stays', async () => {
    const organization = await makeOrganization(database.db)
    const { id } = organization
    await run(id, german)
    const { db } = database
    await clock.advance(60_000)
    const more = [
      german.replace('Jürgen Größ', 'Jürgen Groß'),
      'A-3;Zoë Rau;(212) 555-0103;VW;20.11.2026 11:00;Käthe Weiß',
      'A-4;Udo Ernst;(212) 555-0104;VW;20.11.2026 12:00;Käthe Weiß',
      // Joins the call of a visit that was there before.
      'A-5;Anna Lüders;(212) 555-0102;VW;20.11.2026 12:30;Käthe Weiß',
    ].join('\r\n')
    const { importId, report } = await run(id, more)
    expect(report).toMatchObject({ created: 3, updated: 1, callsCreated: 2, callsJoined: 1 })
    await db.call.updateMany({
      where: { organizationId: id, customerName: 'Udo Ernst' },
      data: { notes: 'Asked for the boss', version: { increment: 1 } },
    })
    expect(await undo(id, importId)).toEqual({
      visitsRemoved: 2,
      visitsRestored: 1,
      callsRemoved: 1,
      stayed: [{ externalId: 'A-4', reason: 'Its call was placed or worked on.' }],
    })
    const { visits, calls } = await traceOf(id)
    expect(visits.map(({ externalId }) => externalId)).toEqual(['A-1', 'A-2', 'A-4'])
    expect(calls.map(({ customerName }) => customerName)).toEqual([
      ...['Anna Lüders', 'Jürgen Größ', 'Udo Ernst'],
    ])
    const counts = await db.organization.findUniqueOrThrow({ where: { id } })
    expect(counts.readyCount).toBe(3)
    const audit = await db.auditEntry.findFirstOrThrow({
      where: { organizationId: id, action: 'service_records.import_undone' },
    })
    expect(audit).toMatchObject({ subjectId: importId, after: { visitsRemoved: 2, stayed: 1 } })
    const corrections = await db.auditEntry.findMany({
      where: { organizationId: id, action: 'call.reworded' },
      orderBy: { id: 'asc' },
    })
    expect(corrections.map(({ before, after }) => [before, after])).toEqual([
      [{ customerName: 'Jürgen Größ' }, { customerName: 'Jürgen Groß', fileName: 'day.csv' }],
      [{ customerName: 'Jürgen Groß' }, { customerName: 'Jürgen Größ', undoneFileName: 'day.csv' }],
    ])
    await expect(undo(id, importId)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('removes the advisors whom nothing names then, as where customers were taken for them', async () => {
    const { id: organizationId } = await makeOrganization(database.db)
    const { db } = database
    await run(organizationId, german)
    await clock.advance(60_000)
    const names = ['Jo Linked', 'Jo Answered', 'Jo Wrong', 'Käthe Weiß', 'Jo Wrong']
    const rows = names.map(
      (name, at) => `B-${at};Zoë Rau;(212) 555-013${at};VW;20.11.2026 11:00;${name}`,
    )
    const changed = german.replace('Käthe Weiß', 'Jo Moved')
    const { importId } = await run(organizationId, [changed, ...rows].join('\r\n'))
    const advisorOf = (name: string) =>
      db.serviceAdvisor.findFirstOrThrow({ where: { organizationId, name }, select: { id: true } })
    const { id: userId } = await db.user.create({
      data: { name: 'Jo', email: 'jo.linked@example.com' },
    })
    await db.serviceAdvisor.update({ where: await advisorOf('Jo Linked'), data: { userId } })
    const { id: serviceAdvisorId } = await advisorOf('Jo Answered')
    const answeredOn = new Date('2026-11-20')
    await db.erasedAnswer.create({ data: { organizationId, serviceAdvisorId, answeredOn } })
    expect((await traceOf(organizationId)).advisors).toBe(5)
    expect(await undo(organizationId, importId)).toMatchObject({
      visitsRemoved: 5,
      visitsRestored: 1,
      stayed: [],
    })
    const left = await db.serviceAdvisor.findMany({
      where: { organizationId },
      orderBy: { name: 'asc' },
    })
    expect(left.map(({ name }) => name)).toEqual(['Jo Answered', 'Jo Linked', 'Käthe Weiß'])
  })

  it('leaves the corrected number of a call that was placed, or that another visit joined', async () => {
    const { id } = await makeOrganization(database.db)
    await run(id, german)
    await clock.advance(60_000)
    const corrected = german.replace('555-0101', '555-0111').replace('555-0102', '555-0112')
    const { importId, report } = await run(id, corrected)
    expect(report).toMatchObject({ updated: 2, callsCreated: 0 })
    await database.db.call.updateMany({
      where: { organizationId: id, phoneNumber: '+12125550111' },
      data: { status: 'missed', attemptCount: 1, version: { increment: 1 } },
    })
    await clock.advance(60_000)
    const later = 'A-3;Anna Lüders;(212) 555-0112;VW;20.11.2026 11:00;Käthe Weiß'
    const joined = await run(id, [corrected, later].join('\r\n'))
    expect(joined.report).toMatchObject({ created: 1, callsJoined: 1 })
    expect(await undo(id, importId)).toEqual({
      visitsRemoved: 0,
      visitsRestored: 0,
      callsRemoved: 0,
      stayed: [
        { externalId: 'A-1', reason: 'Its call was placed or worked on.' },
        { externalId: 'A-2', reason: 'Its call also asks about a visit that stays.' },
      ],
    })
    const { calls } = await traceOf(id)
    expect(calls.map(({ phoneNumber }) => phoneNumber)).toEqual(['+12125550112', '+12125550111'])
  })

  it('lets nothing more land of an import that was undone', async () => {
    const { id } = await makeOrganization(database.db)
    const { importId } = await run(id, german)
    await undo(id, importId)
    const landing = inOrganization(database.appDb, id, (tx) =>
      noteLanding(tx, {
        organizationId: id,
        importId,
        landedAt: new Date(),
        createdIds: [],
        callIds: [],
        before: new Map(),
        progress: { readRows: 1, badRows: 1, updated: 0, unchanged: 0 },
      }),
    )
    await expect(landing).rejects.toMatchObject({ code: 'conflict' })
  })

  it('is another organization’s business alone', async () => {
    const ours = await makeOrganization(database.db)
    const theirs = await makeOrganization(database.db)
    const { importId } = await run(theirs.id, german)
    await expect(undo(ours.id, importId)).rejects.toMatchObject({ code: 'not_found' })
    expect((await traceOf(theirs.id)).visits).toHaveLength(2)
  })
})
