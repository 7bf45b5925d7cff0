import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inOrganization } from '../../src/server/db/in-organization.ts'
import { findReadingChoice } from '../../src/server/db/reading-choices.ts'
import type { TestDatabase } from '../support/clone-database.ts'
import { makeOrganization } from '../support/factories.ts'
import { german, openImporting } from '../support/open-importing.ts'
import { createTestDatabase } from '../support/test-database.ts'

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

describe('dates that a spreadsheet left as numbers', () => {
  const numbers = 'RO,Customer,Phone,Closed\nR-1,Ann Lee,(212) 555-0101,46346.5'
  it('are shown as they are read before anything is imported, the first time', async () => {
    const { id } = await makeOrganization(database.db)
    expect(await bring(id, numbers)).toEqual({ kind: 'to_be_seen' })
    const { reading, outcome, mapping } = await plan(id, numbers, { mode: 'plan' })
    expect(reading.dates).toEqual([{ written: '46346.5', readAs: '2026-11-20T12:00' }])
    expect(outcome).toMatchObject({ created: 1, badRows: [] })
    expect((await traceOf(id)).visits).toEqual([])
    await run(id, numbers, { mode: 'run', choices: { mapping } })
    expect((await run(id, numbers)).report).toMatchObject({ unchanged: 1 })
    expect((await traceOf(id)).visits[0]?.completedAt).toEqual(new Date('2026-11-20T17:00:00Z'))
  })

  it('are counted from 1904 where the workbook says so', async () => {
    const { id } = await makeOrganization(database.db)
    const earlier = numbers.replace('46346', '44884')
    const { reading } = await plan(id, earlier, { mode: 'look', dateSystem: '1904' })
    expect(reading.dates).toEqual([{ written: '44884.5', readAs: '2026-11-20T12:00' }])
  })
})

describe('years of two digits', () => {
  it('are no dates where they may stand first', async () => {
    const { id } = await makeOrganization(database.db)
    const file = 'RO,Customer,Phone,Closed\nR-1,Ann Lee,(212) 555-0101,26.11.20'
    const { report } = await run(id, file)
    expect(report.badRows).toMatchObject([
      { column: 'Closed', reason: expect.stringContaining('with four digits') },
    ])
    expect((await run(id, file.replace('26.11.20', '20.11.26'))).report.created).toBe(1)
  })
})

describe('numbers without a country code', () => {
  const swiss = 'RO,Customer,Phone,Closed\nR-1,Ann Lee,079 555 01 23,2026-11-20 09:30'
  it('are read as of the organization’s country, or as chosen, which is remembered', async () => {
    const { id } = await makeOrganization(database.db, { timeZone: 'Europe/Berlin' })
    const { reading, mapping } = await plan(id, swiss, { mode: 'look' })
    expect(reading).toMatchObject({
      country: 'DE',
      number: { written: '079 555 01 23', readAs: '+49795550123' },
    })
    await run(id, swiss, { mode: 'run', choices: { mapping, country: 'CH' } })
    const next = await run(id, swiss.replaceAll('1', '2'))
    expect(next.reading).toMatchObject({ country: 'CH', number: { readAs: '+41795550223' } })
    const phones = (await traceOf(id)).visits.map(({ customerPhone }) => customerPhone)
    expect(phones[0]).toBe('+41795550123')
  })
})

describe('numbers that cannot be of the country that is taken for theirs', () => {
  const swiss = ['n/a', '079 555 01 23', '079 555 01 24'].map(
    (phone, at) => `R-${at},Ann Lee,${phone},2026-11-20 09:30`,
  )
  const file = ['RO,Customer,Phone,Closed', ...swiss].join('\n')

  it('are shown unread, so that their country can be chosen', async () => {
    const { id } = await makeOrganization(database.db)
    const { reading, mapping } = await plan(id, file, { mode: 'plan' })
    expect(reading).toMatchObject({
      country: 'US',
      number: { written: '079 555 01 23', readAs: null },
    })
    const chosen = await run(id, file, { mode: 'run', choices: { mapping, country: 'CH' } })
    expect(chosen).toMatchObject({
      report: { created: 2 },
      reading: { number: { readAs: '+41795550123' } },
    })
  })
})

describe('rows that were mended', () => {
  it('are read as was chosen for the file that they are from', async () => {
    const { id } = await makeOrganization(database.db, { timeZone: 'Europe/Berlin' })
    const whole = 'RO,Wer,Phone,Closed\nR-1,Ann Lee,079 555 01 23,2026-11-20 09:30'
    const mapping = {
      externalId: 'RO',
      customerName: 'Wer',
      customerPhone: 'Phone',
      completedAt: 'Closed',
    }
    await run(id, whole, { mode: 'run', choices: { mapping, country: 'CH' } })
    const mended = (heading: string, row: string) =>
      `RO,Wer,Phone,Closed,${heading}\n${row},Phone: No.`
    for (const [heading, nr] of [
      ['To mend', 'R-2'],
      ['Por corregir', 'R-3'],
    ] as const) {
      const row = `${nr},Bo Lee,079 555 01 24,2026-11-20 09:30`
      const { reading, report } = await run(id, mended(heading, row))
      expect(report).toMatchObject({ created: 1, badRows: [] })
      expect(reading).toMatchObject({ country: 'CH', number: { readAs: '+41795550124' } })
    }
    // Numbers for dates may have been counted otherwise where they come from.
    const bare = mended('To mend', 'R-4,Bo Lee,079 555 01 24,44884.5')
    expect(await bring(id, bare)).toEqual({ kind: 'to_be_seen' })
  })
})

describe('a file that would keep the server busy', () => {
  const head = 'RO,Customer,Phone,Closed\n'
  it.each([
    ['millions of empty lines', head + '\n'.repeat(1_300_000), 'more than 50,000 rows'],
    ['a million columns', 'a,'.repeat(1_000_000), 'more than 500 headings'],
    ['a heading of megabytes', 'a'.repeat(5_000_000), '100,000 characters'],
    ['nothing but empty lines', '\n'.repeat(5_000_000), 'is empty'],
    ['bytes of a packed file', 'PK\u0003\u0004', 'not a CSV file'],
  ])('is refused for %s', async (_, content, words) => {
    const { id } = await makeOrganization(database.db)
    await expect(bring(id, content)).rejects.toMatchObject({
      code: 'invalid_input',
      message: expect.stringContaining(words),
    })
  })

  it.each([
    ['a cell of megabytes', 'x'.repeat(5_000_000), 'more than 100,000 characters'],
    ['a quotation mark that never closes', `"${'x'.repeat(5000)}`, 'never closed'],
    ['NUL bytes', 'R\0,A\0,(212) 555-0101,2026-11-20', 'cannot be shown'],
    ['a formula', '=1+1,A,(212) 555-0101,2026-11-20', 'looks like a spreadsheet formula'],
  ])('loses one row alone to %s', async (_, row, words) => {
    const { id } = await makeOrganization(database.db)
    const { report } = await run(id, `${head}${row}\nR-9,Ann Lee,(212) 555-0102,2026-11-20\n`)
    expect(report).toMatchObject({ created: 1, badRowCount: 1 })
    expect(report.badRows[0]?.reason).toContain(words)
  })

  it('leaves the server its turns while it is read', async () => {
    const { id } = await makeOrganization(database.db)
    let turns = 0
    const counting = setInterval(() => {
      turns += 1
    }, 1)
    await bring(id, head + '"",\n'.repeat(20_000), { mode: 'look' })
    clearInterval(counting)
    expect(turns).toBeGreaterThan(3)
  })
})

describe('a separator', () => {
  it('is recognised, and can be said', async () => {
    const { id } = await makeOrganization(database.db)
    const look = await plan(id, german, { mode: 'look' })
    expect(look).toMatchObject({ reading: { separator: ';' }, missing: [], outcome: null })
    expect(look.preview[2]?.slice(0, 2)).toEqual(['A-2', 'Anna Lüders'])
    const other = await plan(id, german, { mode: 'look', separator: '|' })
    expect(other.columns).toHaveLength(1)
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

describe('an encoding and a separator that somebody chose', () => {
  const firstLine = '0123456789abcdef'
  const recall = ({ id: organizationId }: { id: string }) =>
    inOrganization(database.appDb, organizationId, (tx) =>
      findReadingChoice(tx, { organizationId, firstLine }),
    )

  it('are remembered for such files of this organization, once one is imported', async () => {
    const ours = await makeOrganization(database.db)
    const theirs = await makeOrganization(database.db)
    const { mapping } = await plan(ours.id, german, { mode: 'look' })
    const dos = { encoding: 'ibm850', separator: ';', firstLine, choices: { mapping } } as const
    await plan(ours.id, german, { mode: 'plan', ...dos })
    expect(await recall(ours)).toBeNull()
    await run(ours.id, german, { mode: 'run', ...dos })
    expect(await recall(ours)).toEqual({ encoding: 'ibm850', separator: ';' })
    expect(await recall(theirs)).toBeNull()
    // What is said of the one leaves the other as it was.
    await run(ours.id, german, { ...dos, mode: 'run', encoding: undefined, separator: ';' })
    await run(ours.id, german, { ...dos, mode: 'run', encoding: undefined, separator: undefined })
    expect(await recall(ours)).toEqual({ encoding: 'ibm850', separator: ';' })
  })

  it('are nothing to keep where nobody had to choose', async () => {
    const { id } = await makeOrganization(database.db)
    const { mapping } = await plan(id, german, { mode: 'look' })
    await run(id, german, { mode: 'run', firstLine, choices: { mapping } })
    expect(await recall({ id })).toBeNull()
  })
})
