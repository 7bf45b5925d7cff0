import { readFileSync } from 'node:fs'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { mapColumns } from '../../../src/server/domain/import-columns.ts'
import { readCsv } from '../../../src/server/domain/import-csv-records.ts'
import { type BadCell, readRow } from '../../../src/server/domain/import-row.ts'
import { readVehicle } from '../../../src/server/domain/import-vehicle.ts'

const header = 'RO #,Customer Name,Mobile Phone,Vehicle,Work Type,Opened,Closed,Service Advisor'

function readAll(text: string, now = Temporal.Instant.from('2026-11-20T22:30:00Z')) {
  const csv = readCsv(text)
  if (csv === null) throw new Error('the file is empty')
  const lines = new Map<string, number>()
  const rules = {
    columns: mapColumns(csv.header.cells),
    headers: csv.header.cells,
    timeZone: 'America/New_York',
    country: 'US' as const,
    dateOrder: 'month_first' as const,
    now,
    firstLineOf: (externalId: string, line: number) => {
      const first = lines.get(externalId)
      if (first === undefined) lines.set(externalId, line)
      return first
    },
  }
  const readings = [...csv.records].flatMap((record) =>
    record === null ? [] : [readRow(record, rules)],
  )
  return {
    visits: readings.flatMap((reading) => (reading.ok ? [reading.visit] : [])),
    badCells: readings.flatMap((reading) => (reading.ok ? [] : reading.badCells)),
  }
}

const good =
  'RO-1,Zoë O’Brien,(405) 555-0102,2013 Volkswagen Golf,Brake pads,11/11/2026 04:41 AM,11/11/2026 05:41 PM,Dana Whitfield'
const readOne = (row: string) => readAll(`${header}\r\n${row}`)

describe('a good row', () => {
  it('may say of today that it is the day of the visit, and no more', () => {
    const today = good.replaceAll(/11\/11\/2026 \d\d:\d\d .M/g, '11/20/2026')
    const now = Temporal.Instant.from('2026-11-20T14:10:00Z')
    expect(readAll(`${header}\r\n${today}`, now).visits).toMatchObject([
      { appointmentDate: now, completedAt: now },
    ])
  })

  it('becomes a visit', () => {
    expect(readOne(good)).toEqual({
      visits: [
        {
          externalId: 'RO-1',
          customerName: 'Zoë O’Brien',
          customerPhone: '+14055550102',
          customerTimeZone: null,
          vehicleInfo: {
            make: 'Volkswagen',
            model: 'Golf',
            year: 2013,
            vehicleNumber: null,
            vin: null,
          },
          serviceType: 'Brake pads',
          appointmentDate: Temporal.Instant.from('2026-11-11T09:41:00Z'),
          completedAt: Temporal.Instant.from('2026-11-11T22:41:00Z'),
          serviceAdvisorName: 'Dana Whitfield',
        },
      ],
      badCells: [],
    })
  })

  it('may leave open what is not needed to call', () => {
    const { visits } = readAll(
      'RO,Customer,Phone,Closed\nRO-1, Ann \u00A0 Li ,4055550102,2026-11-20',
    )
    expect(visits).toMatchObject([
      { customerName: 'Ann Li', serviceType: null, serviceAdvisorName: null },
    ])
  })
})

describe('a name in two columns', () => {
  const read = (first: string, last: string, heading = 'First Name') =>
    readAll(
      `RO,Last Name,${heading},Phone,Closed\nRO-1,${last},${first},4055550102,2026-11-20 09:00`,
    )

  it.each([
    ['Ann', 'Lee', 'Ann Lee'],
    [' Ann  Mary ', 'van der  Lee', 'Ann Mary van der Lee'],
    ['Ann', '', 'Ann'],
    ['–', 'Lee', 'Lee'],
    ['Acme', 'Acme', 'Acme'],
    ['Jean', 'Jean Baptiste', 'Jean Jean Baptiste'],
    ['Jo', 'Jones', 'Jo Jones'],
    ['Ann Mary', 'Mar', 'Ann Mary Mar'],
  ])('is joined: %j and %j', (first, last, name) => {
    expect(read(first, last).visits).toMatchObject([{ customerName: name }])
  })

  it.each([
    ['Ann Lee', 'Lee', 'Ann Lee'],
    ['Ann', 'ann lee', 'ann lee'],
    ['"Lee, Ann"', 'Lee', 'Lee, Ann'],
    ['Ann', 'Lee', 'Ann Lee'],
  ])('is not told twice where %j may be the whole beside %j', (first, last, name) => {
    expect(read(first, last, 'Name').visits).toMatchObject([{ customerName: name }])
  })

  it.each([
    [' ', '', 'First Name + Last Name', 'name is missing'],
    ['x'.repeat(150), 'y'.repeat(50), 'First Name + Last Name', 'longer than 200'],
    ['x'.repeat(201), 'Lee', 'First Name', 'longer than 200'],
    ['Ann', '=1+1', 'Last Name', 'starts with ='],
  ])('is a fault of the cells that have it: %j and %j', (first, last, column, words) => {
    const { visits, badCells } = read(first, last)
    expect(visits).toEqual([])
    expect(badCells).toMatchObject([{ column, reason: expect.stringContaining(words) }])
  })
})

describe('a time beside its date', () => {
  const read = (date: string, time: string) =>
    readAll(`RO,Customer,Phone,Closed Date,Closed Time\nRO-1,Ann,4055550102,${date},"${time}"`)

  it.each([
    ['11/20/2026', '17:05', '17:05'],
    ['11/20/2026', '5:05 PM', '17:05'],
    ['11/20/2026', '5:05:00 p. m.', '17:05'],
    ['20.11.2026', '17.05 Uhr', '17:05'],
    ['2026-11-20', '17h05', '17:05'],
    ['2026-11-20', '5 PM', '17:00'],
    ['20 Nov 2026', '0905', '09:05'],
    ['11/20/2026', '170500', '17:05'],
    ['11/20/2026', '0.5', '12:00'],
    ['46346', '0.25', '06:00'],
    ['46346', '0.708333333333333', '17:00'],
    ['46346', '46346.25', '06:00'],
    ['46346', '17:05', '17:05'],
    ['46346', '00:00', '00:00'],
    ['11/20/2026 00:00:00', '17:05', '17:05'],
    ['11/20/2026', '12/30/1899 17:05', '17:05'],
    ['2026-11-20', '11/20/2026 5:05 PM', '17:05'],
    ['11/20/2026 4:05 PM', '17:05', '16:05'],
    ['2026-11-20T16:05:00-05:00', 'n/a', '16:05'],
    ['2026-11-20T00:00:00Z', '17:05', '17:05'],
    ['2026-11-20 00:00:00.000 +01:00', '17:05', '17:05'],
    ['2026-11-20T05:00:00Z', '17:05', '00:00'],
    // As a date without a time anywhere.
    ['11/20/2026', ' – ', '12:00'],
    ['11/20/2026', '', '12:00'],
  ])('%s and %s', (date, time, local) => {
    const { visits, badCells } = read(date, time)
    expect(badCells).toEqual([])
    const completedAt = visits[0]?.completedAt.toZonedDateTimeISO('America/New_York')
    expect(completedAt?.toPlainDateTime().toString({ smallestUnit: 'minute' })).toBe(
      `2026-11-20T${local}`,
    )
  })

  it.each([
    ['11/20/2026', 'soon', 'Closed Time', 'not a time of day'],
    ['11/20/2026', '25:00', 'Closed Time', 'not a time of day'],
    ['11/20/2026', '13:05 PM', 'Closed Time', 'not a time of day'],
    ['11/20/2026', '11/19/2026 17:05', 'Closed Time', 'not a time of day'],
    ['soon', '17:05', 'Closed Date', 'not a date'],
    ['', '17:05', 'Closed Date', 'end of the visit is missing'],
    ['11/31/2026', '17:05', 'Closed Date', 'no day 31'],
    ['11/20/2026 25:00', '17:05', 'Closed Date', 'no such time'],
    ['11/20/2026', '23:05', 'Closed Date + Closed Time', 'in the future'],
  ])('is a fault of the cell that has it: %s and %s', (date, time, column, words) => {
    const { visits, badCells } = read(date, time)
    expect(visits).toEqual([])
    expect(badCells).toMatchObject([{ column, reason: expect.stringContaining(words) }])
  })
})

describe('a bad cell', () => {
  it.each([
    ['RO #', 'RO-1', '  ', 'order number is missing'],
    ['Customer Name', 'Zoë O’Brien', '   ', 'name is missing'],
    ['Customer Name', 'Zoë O’Brien', '"=HYPERLINK(""http://x.example"",""Ann"")"', 'starts with ='],
    ['Customer Name', 'Zoë O’Brien', "+cmd|' /C calc'!A0", 'starts with +'],
    ['Customer Name', 'Zoë O’Brien', '@SUM(1+1)*cmd', 'starts with @'],
    ['Customer Name', 'Zoë O’Brien', '-2+3', 'starts with -'],
    ['Customer Name', 'Zoë O’Brien', ' – ', 'name is missing'],
    ['Customer Name', 'Zoë O’Brien', '<script>alert(1)</script>', 'program text'],
    ['Customer Name', 'Zoë O’Brien', '"Ann\r\nLi"', 'several lines'],
    ['Customer Name', 'Zoë O’Brien', 'Ann\u0000Li', 'cannot be shown'],
    ['Customer Name', 'Zoë O’Brien', 'M\uFFFDller', 'letter was lost'],
    ['Customer Name', 'Zoë O’Brien', 'x'.repeat(201), 'longer than 200'],
    ['Mobile Phone', '(405) 555-0102', 'n/a', 'not a phone number'],
    ['Opened', '11/11/2026 04:41 AM', 'soon', 'not a date'],
    ['Closed', '11/11/2026 05:41 PM', '', 'end of the visit is missing'],
    ['Closed', '11/11/2026 05:41 PM', '2031-01-01', 'in the future'],
    ['Closed', '11/11/2026 05:41 PM', '31/31/2026', 'no month 31'],
    ['Service Advisor', 'Dana Whitfield', '', 'advisor is missing'],
  ])('%s: %j as %j', (column, from, to, words) => {
    const { badCells } = readOne(good.replace(from, to))
    const reason = expect.stringContaining(words)
    const value = expect.any(String)
    expect(badCells).toEqual([{ line: 2, column, value, reason }])
  })

  it('is listed with every other one of its row', () => {
    const { badCells } = readOne(good.replace('Zoë O’Brien', ' ').replace('(405) 555-0102', 'n/a'))
    expect(badCells.map(({ column, value }) => [column, value])).toEqual([
      ['Customer Name', ' '],
      ['Mobile Phone', 'n/a'],
    ])
  })

  it('may be the order number of a line before', () => {
    const { visits, badCells } = readAll([header, good, good.replace('Zoë', 'Ann')].join('\n'))
    expect(visits).toHaveLength(1)
    expect(badCells).toEqual([
      { line: 3, column: 'RO #', value: 'RO-1', reason: 'Order RO-1 appears already on line 2.' },
    ])
  })

  it('may be a line that is cut short or too long', () => {
    const { badCells } = readAll([header, 'RO-1,only,three', `${good},more`].join('\n'))
    expect(badCells).toEqual([
      {
        line: 2,
        column: 'Vehicle',
        value: 'RO-1,only,three',
        reason: 'The line is cut short: it has 3 of 8 columns.',
      },
      expect.objectContaining({ line: 3, reason: expect.stringContaining('has 9 columns') }),
    ])
  })
})

describe('the export of a workshop system', () => {
  it('loses exactly its wrong rows', () => {
    const text = readFileSync(new URL('../../fixtures/dms-export.csv', import.meta.url), 'utf8')
    const { visits, badCells } = readAll(text)
    expect(visits).toHaveLength(9511)
    const count = (column: string, words: string) =>
      badCells.filter((cell: BadCell) => cell.column === column && cell.reason.includes(words))
        .length
    expect({
      noNumber: count('Mobile Phone', 'missing'),
      noAreaCode: count('Mobile Phone', 'area code is'),
      wrongNumber: badCells.filter(({ column }) => column === 'Mobile Phone').length,
      repeated: count('RO #', 'appears already'),
      noOrder: count('RO #', 'missing'),
      badDate: count('Closed', 'no'),
      future: count('Closed', 'future'),
      formula: count('Customer Name', 'formula'),
      script: count('Customer Name', 'program text'),
      lineBreak: count('Customer Name', 'several lines'),
      noName: count('Customer Name', 'missing'),
      noAdvisor: count('Service Advisor', 'missing'),
      cutShort: badCells.filter(({ reason }) => reason.includes('cut short')).length,
      all: badCells.length,
    }).toEqual({
      noNumber: 101,
      noAreaCode: 16,
      wrongNumber: 181,
      repeated: 80,
      noOrder: 34,
      badDate: 28,
      future: 10,
      formula: 33,
      script: 6,
      lineBreak: 45,
      noName: 24,
      noAdvisor: 29,
      cutShort: 1,
      all: 490,
    })
    const lines = text.split(/\r?\n/)
    for (const { line, value, reason } of badCells) {
      expect(reason).toMatch(/^[A-Z].*\.$/)
      const [start = ''] = value.split(/[\n"]/)
      expect(lines[line - 1]).toContain(start)
    }
  }, 30_000)
})

describe('a vehicle in one cell', () => {
  it.each([
    ['2022 Kia Sportage', { make: 'Kia', model: 'Sportage', year: 2022 }],
    ['2012 Tesla Model 3', { make: 'Tesla', model: 'Model 3', year: 2012 }],
    ['Land Rover Defender 110 2020', { make: 'Land Rover', model: 'Defender 110', year: 2020 }],
    ['Škoda', { make: 'Škoda', model: null, year: null }],
    ['2022', { make: '2022', model: null, year: null }],
    ['', { make: null, model: null, year: null }],
  ])('%j', (written, vehicle) => {
    expect(readVehicle(written)).toEqual(vehicle)
  })
})
