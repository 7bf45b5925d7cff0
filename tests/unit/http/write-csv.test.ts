import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPhoneNumber } from '../../../src/server/domain/phone-number.ts'
import { writeCsv } from '../../../src/server/http/write-csv.ts'

const column = [{ header: 'Said', cell: ({ said }: { said: string | number | null }) => said }]
const write = (...said: (string | number | null)[]) =>
  writeCsv(
    column,
    said.map((each) => ({ said: each })),
    { isBeginning: true },
  )
const read = (csv: string): string[] => {
  const rows: string[][] = parse(csv, { bom: true })
  return rows.slice(1).flatMap(([cell = '']) => cell)
}

describe('writeCsv', () => {
  it('writes a byte order mark and headers where the file begins, and rows that end as in RFC 4180', () => {
    expect(write('Ana', null, 7)).toBe('\uFEFFSaid\r\nAna\r\n\r\n7\r\n')
    expect(writeCsv(column, [{ said: 'Ana' }], { isBeginning: false })).toBe('Ana\r\n')
    expect(writeCsv(column, [], { isBeginning: true })).toBe('\uFEFFSaid\r\n')
  })

  it.each([
    '=1+1',
    '=HYPERLINK("https://evil.example";"click")',
    "=cmd|' /C calc'!A0",
    '+1+cmd',
    '-2+3',
    '@SUM(A1)',
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    '＝1+1',
    '＠SUM(1)',
  ])('keeps %j from being run', (hostile) => {
    expect(read(write(hostile))).toEqual([`'${hostile.replace(/(?<=[\t\r\n])=/, "'=")}`])
  })

  it.each([
    ['Lovely;=1+1', "Lovely;'=1+1"],
    ['a\tb\t@SUM(1)', "a\tb\t'@SUM(1)"],
    ['one\n=1+1', "one\n'=1+1"],
    ['x;"=1+1"', `x;"'=1+1"`],
  ])('keeps %j from being run where it is cut elsewhere', (hostile, safe) => {
    expect(read(write(hostile))).toEqual([safe])
  })

  it.each([
    'Ana-María',
    'a = b',
    'x"=1',
    '3-4 days; fine',
    "it's",
    'x@y.example',
    '“quoted”',
    'a,b',
  ])('leaves %j alone', (text) => {
    expect(read(write(text))).toEqual([text])
  })

  it('leaves numbers alone, also below zero', () => {
    expect(read(write(-5, 10))).toEqual(['-5', '10'])
  })

  it.each(['+14695550119', '+442071234567', '+4915112345678'])(
    'carries %s to whoever reads the file as we do',
    (phoneNumber) => {
      const [cell = ''] = read(write(phoneNumber))
      expect(cell).toBe(`'${phoneNumber}`)
      expect(readPhoneNumber(cell, 'US')).toEqual({ ok: true, phoneNumber })
    },
  )

  it('lets no cell begin like a formula, however it is cut, and loses no letter', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'=+-@;,|\t\r\n"\' a1＝'),
      maxLength: 12,
    })
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 5 }), (texts) => {
        const row = texts.map((_, at) => ({ header: `${at}`, cell: () => texts[at] ?? '' }))
        const csv = writeCsv(row, [null], { isBeginning: false })
        const [cells = []]: string[][] = parse(csv)
        for (const [at, cell] of cells.entries()) {
          expect(cell.split(/[;|\t\r\n]/).filter((part) => /^[=+\-@＝]/.test(part))).toEqual([])
          expect(cell.replaceAll("'", '')).toBe(texts[at]?.replaceAll("'", ''))
        }
      }),
    )
  })
})
