import { describe, expect, it } from 'vitest'
import { asTyped, readSpreadsheet } from '../../../src/client/features/import/read-spreadsheet.ts'
import { makeXlsx } from '../../support/make-xlsx.ts'

describe('readSpreadsheet', () => {
  it('keeps numbers as typed, dates as shown, and the rows in their places', async () => {
    const bytes = makeXlsx({
      November: [
        ['Workshop report'],
        [],
        ['Order\nno', 'Phone', 'Closed', 'Total', 'Note'],
        ['007', 491515550123, { serial: 46346.7291666667 }, 2175.29, 'say "hi", then go'],
        [null],
        ['008', '+1 (212) 555-0123', { serial: 46346 }, { error: '#N/A' }, 'two\nlines'],
      ],
      Empty: [[]],
    })
    const content = [
      '',
      '',
      'Order no,Phone,Closed,Total,Note',
      '007,491515550123,2026-11-20T17:30:00,2175.29,"say ""hi"", then go"',
      '',
      '008,+1 (212) 555-0123,2026-11-20,,two\u2028lines',
    ].join('\r\n')
    expect(await readSpreadsheet(bytes)).toEqual([
      { name: 'November', rowCount: 2, content, dateSystem: '1900' },
    ])
  })

  it.each(['1', 'true'])('reads dates from 1904 on where date1904 is %s', async (flag) => {
    const sheets = {
      A: [
        ['Closed', 'Bare'],
        [{ serial: 44884.5 }, 44884.5],
      ],
    }
    const bytes = makeXlsx(sheets, { workbookProperties: `<workbookPr date1904="${flag}"/>` })
    expect(await readSpreadsheet(bytes)).toMatchObject([
      { content: 'Closed,Bare\r\n2026-11-20T12:00:00,44884.5', dateSystem: '1904' },
    ])
  })

  it.each([
    [new TextEncoder().encode('RO,Name\n1,Ann')],
    [Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0)],
    [makeXlsx({ A: [['x']] }).slice(0, 200)],
  ])('answers null for what is no workbook', async (bytes) => {
    expect(await readSpreadsheet(bytes)).toBeNull()
  })
})

describe('asTyped', () => {
  it.each([
    ['12125550123', '12125550123'],
    ['1.2125550123E10', '12125550123'],
    ['12345678901234567890', '12345678901234567890'],
    ['2175.2900000000001', '2175.29'],
    ['2026.0', '2026'],
  ])('%s is %s', (written, text) => {
    expect(asTyped(written)).toBe(text)
  })
})
