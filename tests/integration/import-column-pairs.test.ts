import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mendedRowsCsv } from '../../src/client/features/import/mended-rows-csv.ts'
import type { TestDatabase } from '../support/clone-database.ts'
import { makeOrganization } from '../support/factories.ts'
import { openImporting } from '../support/open-importing.ts'
import { createTestDatabase } from '../support/test-database.ts'

let database: TestDatabase
let importing: ReturnType<typeof openImporting>
beforeAll(async () => {
  database = await createTestDatabase()
  importing = openImporting(database)
})
afterAll(() => database[Symbol.asyncDispose]())

describe('a file with the name of the customer in two columns', () => {
  const heading = 'Auftragsnr.;Nachname;Vorname;Handy;Abgeschlossen am'
  const file = [
    heading,
    'A-1;Größ;Jürgen;(212) 555-0101;20.11.2026 09:30',
    'A-2;Lüders;Anna;12;20.11.2026 10:15',
  ].join('\n')

  it('is imported at once, and its bad rows with both', async () => {
    const { id } = await makeOrganization(database.db)
    const { outcome } = await importing.plan(id, file, { mode: 'plan' })
    const { report, headings, badRecords } = await importing.run(id, file)
    expect(report).toEqual(outcome)
    expect(report.columns.slice(1, 3)).toEqual([
      { field: 'customerName', header: 'Vorname' },
      { field: 'customerLastName', header: 'Nachname' },
    ])
    expect((await importing.traceOf(id)).visits).toMatchObject([{ customerName: 'Jürgen Größ' }])
    const lines = mendedRowsCsv({ headings, badRecords }).replace(',12,', ',(212) 555-0102,')
    expect((await importing.run(id, lines)).report).toMatchObject({ created: 1, badRows: [] })
    expect((await importing.traceOf(id)).visits[1]).toMatchObject({ customerName: 'Anna Lüders' })
  })

  it('is read as somebody chose, and its mended rows likewise', async () => {
    const { id } = await makeOrganization(database.db)
    const unusual = file.replace('Nachname;Vorname', 'Wer;Rufname')
    const mapping = {
      externalId: 'Auftragsnr.',
      customerName: 'Rufname',
      customerLastName: 'Wer',
      customerPhone: 'Handy',
      completedAt: 'Abgeschlossen am',
    }
    expect((await importing.plan(id, unusual)).missing).toEqual(['customerName'])
    const chosen = await importing.run(id, unusual, { mode: 'run', choices: { mapping } })
    const lines = mendedRowsCsv(chosen).replace(',12,', ',(212) 555-0102,')
    await importing.run(id, lines)
    expect((await importing.traceOf(id)).visits).toMatchObject([
      { customerName: 'Jürgen Größ' },
      { customerName: 'Anna Lüders' },
    ])
    expect(await importing.plan(id, lines, { mode: 'plan' })).toMatchObject({
      mapping,
      isRemembered: true,
    })
  })
})

describe('a file with the time of the end in a column of its own', () => {
  const withTimes = (headings: string, ...rows: string[]) =>
    [
      `Auftragsnr.;Kunde;Handy;${headings}`,
      ...rows.map((row, i) => `A-${i};Ann Lee;(212) 555-010${i};${row}`),
    ].join('\n')

  const good = ['09:30', '09:40', '09:50', '10:00', '10:10', '10:20', '10:30', '10:40', '10:50']

  it('is shown first where it is called no more than date and time, and remembered', async () => {
    const { id } = await makeOrganization(database.db)
    const rows = [...good, 'halb zehn'].map((time) => `20.11.2026;${time}`)
    const file = withTimes('Datum;Uhrzeit', ...rows)
    expect(await importing.bring(id, file)).toEqual({ kind: 'to_be_seen' })
    const seen = await importing.plan(id, file, { mode: 'plan' })
    expect(seen).toMatchObject({
      mapping: { completedAt: 'Datum', completedAtTime: 'Uhrzeit' },
      reading: { dates: [{ written: '20.11.2026 09:30', readAs: '2026-11-20T09:30' }] },
      outcome: { created: 9, badRows: [{ column: 'Uhrzeit', value: 'halb zehn' }] },
    })
    const { mapping } = seen
    const ran = await importing.run(id, file, { mode: 'run', choices: { mapping } })
    expect(ran.report).toEqual(seen.outcome)
    const lines = mendedRowsCsv(ran).replace('halb zehn', '11:15')
    expect((await importing.run(id, lines)).report).toMatchObject({ created: 1, badRows: [] })
    const { visits } = await importing.traceOf(id)
    expect([visits[0], visits[9]]).toMatchObject([
      { completedAt: new Date('2026-11-20T14:30:00Z') },
      { completedAt: new Date('2026-11-20T16:15:00Z') },
    ])
  })

  it.each([
    ['hours of work', ['1.50', '0.5', '2:00', '8:30', '3 h']],
    ['minutes of work', ['120', '45', '90', '200', '60']],
    ['words', ['07:30', 'soon', '09:00', '10:00', '11:00']],
  ])('is read at noon where the column holds %s, as if it had none', async (_, times) => {
    const { id } = await makeOrganization(database.db)
    const rows = times.map((time) => `20.11.2026;${time}`)
    const { report } = await importing.run(id, withTimes('Abgeschlossen am;Zeit', ...rows))
    expect(report).toMatchObject({ created: 5, badRows: [] })
    expect(report.columns.map(({ field }) => field)).not.toContain('completedAtTime')
    const bare = withTimes('Datum;Zeit', ...rows)
    expect(await importing.plan(id, bare)).toMatchObject({ missing: ['completedAt'] })
    const said = { completedAt: 'Abgeschlossen am', completedAtTime: 'Zeit' }
    const choices = {
      mapping: {
        externalId: 'Auftragsnr.',
        customerName: 'Kunde',
        customerPhone: 'Handy',
        ...said,
      },
    }
    const file = withTimes('Abgeschlossen am;Zeit', ...rows)
    expect(await importing.plan(id, file, { mode: 'plan', choices })).toMatchObject({
      mapping: said,
    })
  })

  it('names each bad cell of one that is called after its date, however many there are', async () => {
    const { id } = await makeOrganization(database.db)
    const rows = ['09:30', 'halb zehn', 'soon'].map((time) => `20.11.2026;${time}`)
    const { report } = await importing.run(id, withTimes('Closed Date;Closed Time', ...rows))
    expect(report).toMatchObject({
      created: 1,
      badRows: [{ value: 'halb zehn' }, { value: 'soon' }],
    })
    expect((await importing.traceOf(id)).visits[0]).toMatchObject({
      completedAt: new Date('2026-11-20T14:30:00Z'),
    })
  })

  it('is read from the one beside its date where others are called the same', async () => {
    const { id } = await makeOrganization(database.db)
    const rows = good.map((time) => `19.11.2026;08:00;20.11.2026;${time}`)
    const file = withTimes('Date In;Time;Date Out;Time', ...rows)
    const { mapping } = await importing.plan(id, file, { mode: 'plan' })
    await importing.run(id, file, { mode: 'run', choices: { mapping } })
    expect((await importing.traceOf(id)).visits[0]).toMatchObject({
      completedAt: new Date('2026-11-20T14:30:00Z'),
    })
    expect(await importing.run(id, file)).toMatchObject({ report: { unchanged: good.length } })
  })

  it('tells by its dates in which order they are, whatever stands beside them', async () => {
    const { id } = await makeOrganization(database.db)
    const rows = [...good, ...good].map((time) => `10/11/2026;${time}`)
    const telling = '20/11/2026;halb zehn'
    const file = withTimes('Abgeschlossen am;Uhrzeit', ...rows, telling, telling)
    const { dates } = await importing.plan(id, file, { mode: 'plan' })
    expect(dates).toMatchObject({ order: 'day_first', isSure: true })
  })
})
