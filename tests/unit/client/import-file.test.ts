import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { writeCsvText } from '../../../src/client/features/import/csv-text.ts'
import { decodeAs, decodeText, encodings } from '../../../src/client/features/import/decode-text.ts'
import { describeImport } from '../../../src/client/features/import/describe-import.ts'
import { keepMapping } from '../../../src/client/features/import/keep-mapping.ts'
import { markFirstLine } from '../../../src/client/features/import/mark-first-line.ts'
import { mendedRowsCsv } from '../../../src/client/features/import/mended-rows-csv.ts'
import {
  MAX_FILE_BYTES,
  readVisitsFile,
} from '../../../src/client/features/import/read-visits-file.ts'
import { takeDrop } from '../../../src/client/features/import/take-drop.ts'
import { es } from '../../../src/client/i18n/es/index.ts'
import { mendingHeadings } from '../../../src/server/domain/import-columns.ts'
import { makeXlsx } from '../../support/make-xlsx.ts'

const text = 'Name;Ort;Straße\r\nZoë Müller;Köln;Große Allee\r\nJosé Núñez;Málaga;Avenida\r\n'

describe('decodeText', () => {
  it.each([
    ['utf-8', { addBOM: false }],
    ['utf-8', { addBOM: true }],
    ['utf-16le', { addBOM: true }],
    ['utf-16be', { addBOM: true }],
    ['utf-16le', { addBOM: false }],
    ['utf-16be', { addBOM: false }],
    ['windows-1252', {}],
    ['iso-8859-1', {}],
  ])('reads %s %j', async (encoding, options) => {
    expect((await decodeText(iconv.encode(text, encoding, options)))?.text).toBe(text)
  })

  it('reads Cyrillic in the Russian encoding of Windows', async () => {
    const russian = 'Имя;Город\r\nИванов Пётр;Москва\r\nКузнецова Анна;Санкт-Петербург\r\n'.repeat(
      5,
    )
    expect(await decodeText(iconv.encode(russian, 'windows-1251'))).toEqual({
      text: russian,
      encoding: 'windows-1251',
    })
  })

  it.each([
    ['utf-8', 'utf-8'],
    ['windows-1252', 'windows-1252'],
    ['utf-16le', 'utf-16le'],
  ])('says that it read %s', async (encoding, said) => {
    expect((await decodeText(iconv.encode(text, encoding)))?.encoding).toBe(said)
  })

  it.each(encodings.map(({ encoding }) => encoding))('can be told %s', (encoding) => {
    const letters = encoding === 'windows-1251' ? 'Пётр, Жанна' : 'ÄÖÜ äöüß é É'
    expect(decodeAs(encoding, iconv.encode(letters, encoding))).toBe(letters)
  })

  it('knows all of the code page that no browser knows', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index)
    expect(decodeAs('ibm850', bytes)).toBe(iconv.decode(Buffer.from(bytes), 'cp850'))
  })

  it('takes bytes with zeros in them for no text', async () => {
    expect(await decodeText(Uint8Array.of(1, 0, 0, 2, 0, 200, 7))).toBeNull()
  })
})

describe('markFirstLine', () => {
  const mark = (file: string) => markFirstLine(new TextEncoder().encode(file))

  it('is the same for files whose first line is, and for no others', () => {
    expect(mark('Nr;Name\n1;Ann')).toBe(mark('Nr;Name\r\n2;Bob'))
    expect(mark('Nr;Name\n1;Ann')).not.toBe(mark('Nr;Kunde\n1;Ann'))
    expect(mark('')).toMatch(/^[0-9a-f]{16}$/)
  })

  it('is of the headings where a line before them says how they are separated', () => {
    expect(mark('sep=;\r\nNr;Name')).toBe(mark('Nr;Name'))
    expect(mark('\uFEFFsep=;\r\nNr;Name')).toBe(mark('\nNr;Name'))
    const table = 'Nr;Name;Tel;Ende\n1;Ann;2;3'
    expect(mark(`Report of Friday\n\n${table}`)).toBe(mark(table))
  })
})

const nobodyChose = async () => null

describe('readVisitsFile', () => {
  const reasonOf = async (file: File) => {
    const read = await readVisitsFile(file, nobodyChose)
    return read.ok ? null : read.reason
  }

  it('answers with the text, whatever the file calls itself', async () => {
    const file = new File(['a,b\n1,2\n'], 'visits.txt')
    expect(await readVisitsFile(file, nobodyChose)).toMatchObject({
      ok: true,
      content: 'a,b\n1,2\n',
      decoded: { encoding: 'utf-8' },
    })
  })

  it('reads as was chosen for files like it, unless its own bytes leave no doubt', async () => {
    const encoding = 'ibm850'
    const read = async (bytes: Uint8Array) => {
      const recall = async (firstLine: string) =>
        firstLine === markFirstLine(bytes) ? { encoding, separator: ';' as const } : null
      return readVisitsFile(new File([Buffer.from(bytes)], 'visits.csv'), recall)
    }
    const chosen = { separator: ';' }
    const decoded = { encoding }
    expect(await read(iconv.encode(text, 'cp850'))).toMatchObject({
      content: text,
      decoded,
      chosen,
    })
    expect(await read(iconv.encode(text, 'utf-8'))).toMatchObject({ content: text, chosen })
  })

  it('guesses where an encoding was chosen that it does not know', async () => {
    const recall = async () => ({ encoding: 'klingon', separator: null })
    const file = new File([Buffer.from(iconv.encode(text, 'windows-1252'))], 'visits.csv')
    expect(await readVisitsFile(file, recall)).toMatchObject({ content: text })
  })

  it.each([
    [new File([], 'visits.csv'), /is empty/],
    [new File(['x'], 'visits.ods'), /kind of spreadsheet.*export it as CSV/],
    [new File([Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0)], 'visits.xlsx'), /could not be opened/],
    [new File([Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0)], 'visits.csv'), /is a packed file/],
    [new File(['%PDF-1.7'], 'visits'), /is a PDF/],
    [new File([Uint8Array.of(9, 0, 0, 0, 9, 0, 0)], 'visits.csv'), /is not a text file/],
    [new File([new Uint8Array(MAX_FILE_BYTES + 1)], 'visits.csv'), /up to 12 MB/],
  ])('refuses %o kindly', async (file, words) => {
    expect(await reasonOf(file)).toMatch(words)
  })
})

const report = {
  fileName: 'visits.csv',
  totalRows: 60,
  created: 60,
  unchanged: 0,
  updated: 0,
  withoutCall: 0,
  callsCreated: 60,
  callsJoined: 0,
  badRowCount: 0,
  badRows: [],
  columns: [],
}

describe('a spreadsheet', () => {
  const rows = [
    ['RO', 'Name'],
    ['7', 'Ann'],
  ]
  const open = (sheets: Parameters<typeof makeXlsx>[0]) =>
    readVisitsFile(new File([makeXlsx(sheets)], 'visits.xlsx'), nobodyChose)

  it('is read at once where one sheet holds something, and asked about where several do', async () => {
    expect(await open({ A: rows, B: [[]] })).toEqual({
      ok: true,
      content: 'RO,Name\r\n7,Ann',
      decoded: null,
      chosen: {},
      dateSystem: '1900',
    })
    expect(await open({ A: rows, B: rows })).toMatchObject({
      sheets: [{ name: 'A' }, { name: 'B' }],
    })
  })
})

describe('keepMapping', () => {
  const columns = ['Nr', 'Straße', 'Name', 'Tel'].map((heading) => ({ heading, examples: [] }))
  const mapping = { externalId: 'Nr', vin: 'Name', serviceType: 'Straße' }

  it('keeps what was said and cleared, as far as its heading is still there', () => {
    const recognized = { externalId: 'Nr', vin: 'Name' }
    const chosen = { externalId: 'Nr', customerName: 'Name', customerPhone: 'Tel', make: 'StraÃŸe' }
    expect(keepMapping({ mapping, columns }, { recognized, chosen })).toEqual({
      externalId: 'Nr',
      serviceType: 'Straße',
      customerName: 'Name',
      customerPhone: 'Tel',
    })
  })

  it('is what is recognised now where nobody said anything', () => {
    const recognized = { externalId: 'StraÃŸe' }
    const chosen = { ...recognized }
    expect(keepMapping({ mapping, columns }, { recognized, chosen })).toEqual(mapping)
  })
})

describe('mendedRowsCsv', () => {
  it('writes the bad rows whole, with what is wrong beside them', () => {
    const csv = mendedRowsCsv({
      headings: ['RO', 'Tel'],
      badRecords: [{ cells: ['7', '12'], problems: [{ column: 'Tel', reason: 'Too short.' }] }],
    })
    expect(csv).toBe('\uFEFFRO,Tel,To mend\r\n7,12,Tel: Too short.\r\n')
  })

  it('says what is wrong once, however often a row comes back, and in whatever language', () => {
    expect(mendingHeadings).toEqual(['To mend', es['To mend']])
    const csv = mendedRowsCsv({
      headings: ['RO', 'Por corregir', 'Tel'],
      badRecords: [
        { cells: ['7', 'Tel: x', '1', 'y'], problems: [{ column: 'RO', reason: 'No.' }] },
      ],
    })
    expect(csv).toBe('\uFEFFRO,Tel,To mend\r\n7,1,y,RO: No.\r\n')
  })
})

describe('takeDrop', () => {
  const file = new File(['a'], 'a.csv')
  const drop = (files: File[], rejected: File[] = []) => {
    const taken: unknown[] = []
    takeDrop({
      files,
      rejections: rejected.map((one) => ({ file: one, errors: [] })),
      onChoose: (chosen) => taken.push(chosen.name),
      onRefuse: (reason) => taken.push(reason),
    })
    return taken
  }

  it('takes one file, refuses several, and ignores a drop without any', () => {
    expect(drop([file])).toEqual(['a.csv'])
    expect(drop([], [file, file])).toEqual(['Please drop one file at a time.'])
    expect(drop([])).toEqual([])
  })
})

describe('writeCsvText', () => {
  const csvOf = (value: string) =>
    writeCsvText([['Line'], ['7', 'Customer Name', value, 'Not usable']]).split('\r\n')[1]

  it.each([
    ['=HYPERLINK("x")', '7,Customer Name,"\'=HYPERLINK(""x"")",Not usable'],
    ['@SUM(1)', "7,Customer Name,'@SUM(1),Not usable"],
    ['-1-650-555-0137', "7,Customer Name,'-1-650-555-0137,Not usable"],
    ['+14695550119', '7,Customer Name,+14695550119,Not usable'],
    // Where a spreadsheet cuts at semicolons, and as East Asia types it.
    ['Jane;=1+1;x', "7,Customer Name,Jane;'=1+1;x,Not usable"],
    ['\uFF1D1+1', "7,Customer Name,'\uFF1D1+1,Not usable"],
    ['two\nlines', '7,Customer Name,"two\nlines",Not usable'],
    ['', '7,Customer Name,,Not usable'],
  ])('writes %j', (value, line) => {
    expect(csvOf(value)).toBe(line)
  })
})

describe('describeImport', () => {
  it.each([
    [{}, '60 new visits, 60 calls scheduled.'],
    [
      { created: 1, callsCreated: 1, badRowCount: 1 },
      '1 new visit, 1 call scheduled. 1 row needs mending; see below.',
    ],
    [
      { created: 60, callsCreated: 58, callsJoined: 2 },
      '60 new visits, 58 calls scheduled, 2 visits are asked about in the call of another.',
    ],
    [{ created: 0, callsCreated: 0, updated: 2 }, '2 visits brought up to date.'],
    [
      { created: 0, callsCreated: 0, unchanged: 9500 },
      'Nothing new: 9,500 visits were here already.',
    ],
    [
      { created: 0, callsCreated: 0, badRowCount: 2 },
      'No row could be imported. 2 rows need mending; see below.',
    ],
    [{ totalRows: 0, created: 0 }, 'The file has no rows below its headings, so nothing changed.'],
  ])('says of %j: %s', (changes, words) => {
    expect(describeImport({ ...report, ...changes })).toBe(words)
  })
})
