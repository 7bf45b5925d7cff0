import { describe, expect, it } from 'vitest'
import { readCsv } from '../../../src/server/domain/import-csv-records.ts'

function read(text: string) {
  const csv = readCsv(text)
  if (csv === null) return null
  const records = [...csv.records].filter((record) => record !== null)
  const rows = records.map(({ line, cells, problem }) => [line, problem ?? cells])
  return { separator: csv.separator, header: csv.header.cells, rows }
}

describe('splitting a file into records', () => {
  it.each([
    ['commas', 'a,b\n1,2\n', ','],
    ['semicolons', 'a;b\n1;2\n', ';'],
    ['tabs', 'a\tb\n1\t2\n', '\t'],
    ['a byte order mark and CRLF', '\uFEFFa,b\r\n1,2\r\n', ','],
    ['old Macintosh line ends', 'a,b\r1,2\r', ','],
    ['a told separator', 'sep=;\na;b\n1;2', ';'],
    ['a tab that is told', 'sep=\t\na\tb, c, d\n1\t2', '\t'],
    ['commas inside quoted headers', '"a";"b, c, d"\n1;2', ';'],
  ])('reads %s', (_, text, separator) => {
    expect(read(text)).toMatchObject({ separator, rows: [[expect.any(Number), ['1', '2']]] })
  })

  it('counts physical lines, over blank ones and line breaks in cells', () => {
    expect(read('a,b\r\n1,"x\r\ny"\r\n\r\n , \r\n2,z\r\n')?.rows).toEqual([
      [2, ['1', 'x\ny']],
      [6, ['2', 'z']],
    ])
  })

  it('keeps doubled and stray quotation marks', () => {
    expect(read('a,b\n1,"x ""y"""\n2,5" pipe\n3,"a"b\n4,z')?.rows).toEqual([
      [2, ['1', 'x "y"']],
      [3, ['2', '5" pipe']],
      [4, ['3', '"a"b']],
      [5, ['4', 'z']],
    ])
  })

  it('loses one line to an opening mark without a partner, not the rest of the file', () => {
    expect(read('a,b\n1,"x\n2,y\n3,"z"\n4,"p\nq"\n')?.rows).toEqual([
      [2, 'A quotation mark is opened on this line and never closed.'],
      [3, ['2', 'y']],
      [4, ['3', 'z']],
      [5, ['4', 'p\nq']],
    ])
  })

  it('splits no line that is longer than a visit can be', () => {
    const long = ','.repeat(100_001)
    expect(read(`a,b\n1,x\n${long}\n2,y`)?.rows).toEqual([
      [2, ['1', 'x']],
      [3, expect.stringContaining('more than 100,000 characters')],
      [4, ['2', 'y']],
    ])
    expect(read(`${long}\n1,x`)?.header).toEqual([long])
  })

  it('joins no more lines than a visit can run over', () => {
    const cell = 'x'.repeat(7000)
    expect(read(`a,b\n1,"${cell}\n${cell}"\n`)?.rows).toEqual([[2, ['1', `${cell}\n${cell}`]]])
    expect(read(`a,b\n1,"${cell}\n${cell}\n${cell}"\n`)?.rows[0]).toEqual([
      2,
      'A quotation mark is opened on this line and never closed.',
    ])
  })

  it('hands on lines that are cut short or too long', () => {
    expect(read('a,b\n1\n1,2,3\n4,5,,\n')?.rows).toEqual([
      [2, ['1']],
      [3, ['1', '2', '3']],
      [4, ['4', '5', '', '']],
    ])
  })

  it('stays quick when every line is broken', () => {
    const rows = read(`a,b\n${'1,"x\n'.repeat(5000)}`)?.rows
    expect(rows).toHaveLength(5000)
  }, 10_000)

  it('lets its reader pause within millions of empty lines', () => {
    const csv = readCsv(`a,b\n${'\n'.repeat(20_000)}${',\r\n'.repeat(20_000)}1,2\n`)
    const steps = [...(csv?.records ?? [])]
    expect(steps.filter((step) => step === null)).toHaveLength(40_001)
    expect(steps.at(-2)).toMatchObject({ line: 40_002, cells: ['1', '2'] })
  })

  it('looks for headings at the top alone', () => {
    expect(readCsv(`${'\n'.repeat(20_000)}a,b\n1,2\n`)).toBeNull()
    expect(readCsv(`${'\n'.repeat(200)}a,b\n1,2\n`)?.header).toMatchObject({ line: 201 })
  })

  it.each([
    ['a title', 'Visits of November\n\nRO;Who;Tel;End\n1;A;2;3', 3],
    ['one with commas, filled up', 'Garage, Köln;;;\n"5, 6";;;\nRO;Who;Tel;End\n1;A;2;3', 3],
    ['a title with commas', 'Visits, November 20, 2026\nRO;Who;Tel;End\n1;A;2;3', 2],
    ['an address', 'Garage, Ring 5, 50667 Köln, Tel. 0221 5550\nRO;Who;Tel;End\n1;A;2;3', 2],
    ['nothing', 'RO;Who;Tel;End;Note\n1;A;2;3;a, b, c, d, e, f, g, h, i, j, k, l', 1],
    ['nothing, a heading short', 'RO;Who;Tel;\n1;A;2;3', 1],
    ['nothing, a heading over two lines', 'RO;"Who\never";Tel;End\n1;A;2;3', 1],
    ['nothing, too narrow', 'RO;Who\n1;A\n2;B', 1],
  ])('finds the headings below %s', (_, text, line) => {
    expect(readCsv(text)?.header).toMatchObject({ line, cells: expect.arrayContaining(['RO']) })
    expect(readCsv(text)?.separator).toBe(';')
  })

  it('takes the separator that is said for that of the table too', () => {
    const text = 'Visits\nRO;Who;Tel;End\n1;A;2;3'
    expect(readCsv(text, ';')?.header.cells).toHaveLength(4)
    expect(readCsv(text, '|')?.header.cells).toEqual(['Visits'])
  })

  it('finds nothing in an empty file', () => {
    expect(read('\uFEFF\n \n')).toBeNull()
  })
})
