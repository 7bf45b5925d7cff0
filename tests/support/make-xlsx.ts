import { strToU8, zipSync } from 'fflate'

/** A date is its serial number: days since the end of 1899. */
export type XlsxCell = string | number | null | { serial: number } | { error: string }

/** The bytes of a workbook as Excel writes it, its texts inline. */
export function makeXlsx(
  sheets: Readonly<Record<string, readonly (readonly XlsxCell[])[]>>,
  { workbookProperties = '' } = {},
) {
  const names = Object.keys(sheets)
  const files = {
    'xl/workbook.xml': `<workbook xmlns:r="r">${workbookProperties}<sheets>${names
      .map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names
      .map(
        (_, i) =>
          `<Relationship Id="rId${i + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
      )
      .join('')}</Relationships>`,
    // The second style is a date with a time.
    'xl/styles.xml':
      '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>',
    ...Object.fromEntries(
      Object.values(sheets).map((rows, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheetXml(rows)]),
    ),
  }
  const packed = Object.entries(files).map(([path, text]) => [path, strToU8(text)] as const)
  return new Uint8Array(zipSync(Object.fromEntries(packed)))
}

const sheetXml = (rows: readonly (readonly XlsxCell[])[]) =>
  `<worksheet><sheetData>${rows
    .map(
      (cells, y) =>
        `<row r="${y + 1}">${cells.map((cell, x) => cellXml(cell, `${columnName(x)}${y + 1}`)).join('')}</row>`,
    )
    .join('')}</sheetData></worksheet>`

const columnName = (index: number) => String.fromCharCode(65 + index)

const asXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function cellXml(cell: XlsxCell, at: string): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
  if (typeof cell === 'string') {
    return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${asXml(cell)}</t></is></c>`
  }
  if ('error' in cell) return `<c r="${at}" t="e"><v>${cell.error}</v></c>`
  return `<c r="${at}" s="1"><v>${cell.serial}</v></c>`
}
