import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inOrganization } from '../../src/server/db/in-organization.ts'
import { toDate } from '../../src/server/db/instants.ts'
import { listImports, noteLanding, readRunningImport } from '../../src/server/db/visit-imports.ts'
import type { ImportChoices } from '../../src/server/domain/import-file.schema.ts'
import { importFile } from '../../src/server/services/import-file.ts'
import { stopImport } from '../../src/server/services/stop-import.ts'
import { undoImport } from '../../src/server/services/undo-import.ts'
import type { TestDatabase } from '../support/clone-database.ts'
import { makeOrganization } from '../support/factories.ts'
import { german, openImporting } from '../support/open-importing.ts'
import { createTestDatabase } from '../support/test-database.ts'
import { someActor } from '../support/test-identity.ts'

let database: TestDatabase
let importing: ReturnType<typeof openImporting>
beforeAll(async () => {
  database = await createTestDatabase()
  importing = openImporting(database)
})
afterAll(() => database[Symbol.asyncDispose]())

type Given = Parameters<typeof importing.bring>
const bring = (...given: Given) => importing.bring(...given)
const run = (...given: Given) => importing.run(...given)
const plan = (...given: Given) => importing.plan(...given)
const traceOf = (organizationId: string) => importing.traceOf(organizationId)

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

describe('while it goes on', () => {
  const rows = Array.from({ length: 450 }, (_, at) => {
    const phone = `(21${2 + Math.floor(at / 100)}) 555-0${100 + (at % 100)}`
    return `A-${1000 + at};Eva Maß;${phone};VW;20.11.2026 11:00;Jo`
  })
  const long = [german.split('\r\n')[0], ...rows].join('\n')

  /** Stops what goes on while its second batch of 200 rows is planned; answers what it told of itself. */
  async function stopHalfWay(organizationId: string, mode: 'run' | 'plan') {
    const { deps, clock } = importing
    const told: unknown[] = []
    let planned = 0
    const zonesOfPhone = async (phoneNumber: string) => {
      planned += 1
      if (planned === 201) {
        const running = await inOrganization(deps.db, organizationId, (tx) =>
          readRunningImport(tx, {
            organizationId,
            actorId: someActor.id,
            now: toDate(clock.now()),
          }),
        )
        told.push(running?.readRows, running?.totalRows)
        await stopImport(deps, { organizationId }, running?.id ?? '')
      }
      return deps.zonesOfPhone(phoneNumber)
    }
    const by = { organizationId, actor: someActor }
    const input = { fileName: 'day.csv', content: long, mode } as const
    const result = await importFile({ ...deps, zonesOfPhone }, by, input)
    expect(told).toEqual([200, 450])
    return result
  }

  it('an import tells how far it is, and stops with what has landed', async () => {
    const { id } = await makeOrganization(database.db)
    const stopped = await stopHalfWay(id, 'run')
    expect(stopped).toMatchObject({ run: { isCanceled: true, readRows: 400 } })
    const past = await inOrganization(database.appDb, id, (tx) =>
      listImports(tx, { organizationId: id, now: toDate(importing.clock.now()), limit: 10 }),
    )
    expect(past).toMatchObject({
      imports: [{ status: 'canceled', created: 400, readRows: 400 }],
      nextCursor: null,
    })
    expect((await run(id, long)).report).toMatchObject({ created: 50, unchanged: 400 })
  })

  it('a check tells how far it is, and stops without a trace', async () => {
    const { id } = await makeOrganization(database.db)
    expect(await stopHalfWay(id, 'plan')).toMatchObject({ plan: { outcome: null } })
    expect(await traceOf(id)).toEqual({ visits: [], calls: [], advisors: 0, imports: 0 })
  })
})

describe('a check that cannot be forgotten', () => {
  const keep = 'create trigger kept before delete on "VisitImport" for each row execute function'

  it('is told as it went, and goes with a later import', async () => {
    const { id } = await makeOrganization(database.db)
    await database.db.$executeRawUnsafe(
      `create function keep() returns trigger language plpgsql as $$
        begin raise exception 'kept'; end $$`,
    )
    await database.db.$executeRawUnsafe(`${keep} keep()`)
    const signal = AbortSignal.abort(new Error('Nobody waits any more.'))
    const gone = plan(id, german, { mode: 'plan', signal })
    await expect(gone).rejects.toThrow('Nobody waits any more.')
    expect((await plan(id, german, { mode: 'plan' })).outcome).toMatchObject({ created: 2 })
    await database.db.$executeRawUnsafe('drop function keep() cascade')
    expect((await traceOf(id)).imports).toBe(2)
    const { clock } = importing
    const where = { organizationId: id }
    const startedAt = toDate(clock.now().subtract({ minutes: 16 }))
    await database.db.visitImport.updateMany({ where, data: { startedAt } })
    // What broke off after it had brought something can still be taken back.
    const brokenOff = { ...where, fileName: 'old.csv', totalRows: 9, created: 1, startedAt }
    await database.db.visitImport.create({
      data: { ...brokenOff, actorKind: 'system', actorName: 'Ringback' },
    })
    await run(id, german)
    const left = await database.db.visitImport.findMany({ where, orderBy: { startedAt: 'asc' } })
    expect(left.map(({ fileName }) => fileName)).toEqual(['old.csv', 'day.csv'])
  })
})

describe('an import that cannot be noted as finished', () => {
  it('is told by what landed, or by why nothing did', async () => {
    const { id } = await makeOrganization(database.db)
    await database.db.$executeRawUnsafe(
      `create function unfinished() returns trigger language plpgsql as $$
        begin raise exception 'not noted'; end $$`,
    )
    await database.db.$executeRawUnsafe(
      `create trigger unfinished before update of "finishedAt" on "VisitImport"
        for each row execute function unfinished()`,
    )
    const signal = AbortSignal.abort(new Error('Nobody waits any more.'))
    await expect(bring(id, german, { signal })).rejects.toThrow('Nobody waits any more.')
    expect((await run(id, german)).report).toMatchObject({ created: 2 })
    await database.db.$executeRawUnsafe('drop function unfinished() cascade')
  })
})

describe('undoing an import', () => {
  const undo = (organizationId: string, importId: string) =>
    undoImport(importing.deps, { organizationId, actor: someActor }, importId)

  it('takes back what nothing has happened to, and says what stays', async () => {
    const organization = await makeOrganization(database.db)
    const { id } = organization
    await run(id, german)
    const { db } = database
    await importing.clock.advance(60_000)
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
    await importing.clock.advance(60_000)
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
    await importing.clock.advance(60_000)
    const corrected = german.replace('555-0101', '555-0111').replace('555-0102', '555-0112')
    const { importId, report } = await run(id, corrected)
    expect(report).toMatchObject({ updated: 2, callsCreated: 0 })
    await database.db.call.updateMany({
      where: { organizationId: id, phoneNumber: '+12125550111' },
      data: { status: 'missed', attemptCount: 1, version: { increment: 1 } },
    })
    await importing.clock.advance(60_000)
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
