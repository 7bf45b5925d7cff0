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
  const file = [
    'Auftragsnr.;Kunde;Handy;Datum;Uhrzeit',
    'A-1;Jürgen Größ;(212) 555-0101;20.11.2026;09:30',
    'A-2;Anna Lüders;(212) 555-0102;20.11.2026;halb zehn',
  ].join('\n')

  it('is shown first where it is called no more than date and time, and remembered', async () => {
    const { id } = await makeOrganization(database.db)
    expect(await importing.bring(id, file)).toEqual({ kind: 'to_be_seen' })
    const seen = await importing.plan(id, file, { mode: 'plan' })
    expect(seen).toMatchObject({
      mapping: { completedAt: 'Datum', completedAtTime: 'Uhrzeit' },
      reading: { dates: [{ written: '20.11.2026 09:30', readAs: '2026-11-20T09:30' }] },
      outcome: { created: 1, badRows: [{ column: 'Uhrzeit', value: 'halb zehn' }] },
    })
    const { mapping } = seen
    const ran = await importing.run(id, file, { mode: 'run', choices: { mapping } })
    expect(ran.report).toEqual(seen.outcome)
    const lines = mendedRowsCsv(ran).replace('halb zehn', '10:15')
    expect((await importing.run(id, lines)).report).toMatchObject({ created: 1, badRows: [] })
    expect((await importing.traceOf(id)).visits).toMatchObject([
      { completedAt: new Date('2026-11-20T14:30:00Z') },
      { completedAt: new Date('2026-11-20T15:15:00Z') },
    ])
  })
})
