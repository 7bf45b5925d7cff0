import { strToU8, unzipSync, zipSync } from 'fflate'
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

  it.each([
    ['', { serial: 0.7291666666667 }],
    ['<workbookPr date1904="1"/>', { serial: 0.7291666666667 }],
  ])('gives a time without a day as it is shown: %j', async (workbookProperties, cell) => {
    const bytes = makeXlsx({ A: [['Closed time'], [cell]] }, { workbookProperties })
    expect(await readSpreadsheet(bytes)).toMatchObject([{ content: 'Closed time\r\n17:30:00' }])
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
  ])('refuses what is no workbook', async (bytes) => {
    expect(await readSpreadsheet(bytes)).toBe('unreadable')
  })
})

describe('a workbook that was made to fill the memory', () => {
  const bomb = (sheet: string) => {
    const files = unzipSync(makeXlsx({ A: [['x']] }))
    return zipSync({ ...files, 'xl/worksheets/sheet1.xml': strToU8(sheet) })
  }
  const rows = (xml: string) => `<worksheet><sheetData>${xml}</sheetData></worksheet>`
  const cell = (at: string) => `<row r="1"><c r="A1"><v>1</v></c><c r="${at}"><v>1</v></c></row>`
  it.each([
    ['a column far out', () => rows(cell('XFD1'))],
    ['a column that no sheet has', () => rows(cell('ZZZZZZZ1'))],
    ['a row that no sheet has', () => rows(cell('A999999999'))],
  ])('is refused: %s', async (_, sheet) => {
    expect(await readSpreadsheet(bomb(sheet()))).toBe('too_large')
  })

  it('is read where its cells far out are empty', async () => {
    const styled = rows('<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row>')
    expect(await readSpreadsheet(bomb(styled))).toMatchObject([{ content: '1' }])
  })

  /** Says another size of its files than they have, in the directory at the end of the archive. */
  function sayingSize(size: number, bytes: Uint8Array<ArrayBuffer>) {
    const view = new DataView(bytes.buffer)
    for (let at = 0; at < bytes.length - 28; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true)
    }
    return bytes
  }

  it('is refused for the size that it says, and gets no more room than that', async () => {
    const padded = bomb(rows(`<!--${' '.repeat(1_000_000)}-->`))
    expect(await readSpreadsheet(sayingSize(100_000_000, padded))).toBe('too_large')
    expect(await readSpreadsheet(sayingSize(10, padded))).toBe('unreadable')
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
