import type { ReadingChoice, Separator } from '../../../server/domain/import-file.schema.ts'
import { t } from '../../i18n/t.ts'
import { decodeText } from './decode-text.ts'
import { markFirstLine } from './mark-first-line.ts'
import type { Sheet } from './read-spreadsheet.ts'
import { readSpreadsheetApart } from './read-spreadsheet-apart.ts'

/** As much as the server takes in one import. */
export const MAX_FILE_BYTES = 12_000_000

/** Of a workbook `decoded` is null: it says itself how it is to be read. */
export type ReadText = {
  ok: true
  content: string
  decoded: { bytes: Uint8Array; encoding: string; firstLine: string } | null
  /** What a person said of it, now or of an earlier file with this first line. */
  chosen: { encoding?: string | undefined; separator?: Separator | undefined }
  dateSystem: Sheet['dateSystem']
}

export type ReadFile =
  | ReadText
  /** A workbook with several sheets that hold something: a person chooses. */
  | { ok: true; sheets: readonly Sheet[] }
  | { ok: false; reason: string }

/** Answers how somebody chose to have files with this first line read. */
export type RecallReading = (firstLine: string) => Promise<ReadingChoice | null>

/** The text of a CSV file or a spreadsheet, or in kind words why this file cannot be one. */
export async function readVisitsFile(file: File, recall: RecallReading): Promise<ReadFile> {
  if (file.size === 0) return refuse(t('“{file}” is empty.', { file: file.name }))
  if (file.size > MAX_FILE_BYTES) {
    return refuse(
      t('“{file}” has {size} MB; up to {most} MB fit into one import. Please split it.', {
        file: file.name,
        size: toMegabytes(file.size),
        most: toMegabytes(MAX_FILE_BYTES),
      }),
    )
  }
  const bytes = await readBytes(file)
  if (!bytes) {
    return refuse(
      t('“{file}” could not be read. Was it moved or changed? Please choose it again.', {
        file: file.name,
      }),
    )
  }
  if (isWorkbook(file.name, bytes)) return readWorkbook(file.name, bytes)
  const kind = recognizeOtherKind(file.name, bytes)
  if (kind)
    return refuse(
      t('“{file}” is {kind}. Please export it as CSV or XLSX and try again.', {
        file: file.name,
        kind,
      }),
    )
  const firstLine = markFirstLine(bytes)
  const kept = await recall(firstLine)
  const decoded = await decodeText(bytes, kept?.encoding)
  if (decoded === null) {
    return refuse(
      t('“{file}” is not a text file. Please choose a file that ends in .csv or .xlsx.', {
        file: file.name,
      }),
    )
  }
  const { text: content, encoding } = decoded
  return {
    ok: true,
    content,
    decoded: { bytes, encoding, firstLine },
    chosen: { separator: kept?.separator ?? undefined },
    dateSystem: '1900',
  }
}

/** Null for a file that was moved, changed or locked since it was chosen. */
const readBytes = (file: File) =>
  file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => null,
  )

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b

/** What calls itself one, and a packed file that does not say what it is. */
const isWorkbook = (name: string, bytes: Uint8Array) =>
  isZip(bytes) && (/\.(xlsx|xlsm)$/i.test(name) || !/\.\w+$/.test(name))

async function readWorkbook(name: string, bytes: Uint8Array): Promise<ReadFile> {
  const sheets = await readSpreadsheetApart(bytes)
  if (sheets === 'unreadable') {
    return refuse(
      t('“{file}” could not be opened. Please save it again as XLSX, or as CSV.', { file: name }),
    )
  }
  if (sheets === 'too_large' || sheets.some(({ content }) => content.length > MAX_FILE_BYTES)) {
    return refuse(
      t('“{file}” holds more than fits into one import. Please split it.', { file: name }),
    )
  }
  const [sheet, ...others] = sheets
  if (sheet === undefined) return refuse(t('“{file}” is empty.', { file: name }))
  return others.length === 0 ? textOfSheet(sheet) : { ok: true, sheets }
}

export const textOfSheet = ({ content, dateSystem }: Sheet): ReadText => ({
  ok: true,
  content,
  dateSystem,
  decoded: null,
  chosen: {},
})

const refuse = (reason: string): ReadFile => ({ ok: false, reason })
const toMegabytes = (bytes: number) => Math.ceil(bytes / 1_000_000)

const KINDS: { kind: string; names: RegExp; magic?: readonly number[] }[] = [
  {
    kind: t('an older or other kind of spreadsheet'),
    names: /\.(xls|xlsb|ods|numbers)$/i,
    magic: [0xd0, 0xcf, 0x11, 0xe0],
  },
  { kind: t('a packed file'), names: /\.(zip|gz|7z|rar)$/i, magic: [0x50, 0x4b, 0x03, 0x04] },
  { kind: t('a PDF'), names: /\.pdf$/i, magic: [0x25, 0x50, 0x44, 0x46] },
  { kind: t('a picture'), names: /\.(png|jpe?g|gif|webp|heic)$/i, magic: [0x89, 0x50, 0x4e, 0x47] },
  { kind: t('a document'), names: /\.(docx?|odt|rtf|pages)$/i },
]

function recognizeOtherKind(fileName: string, bytes: Uint8Array): string | null {
  const byName = KINDS.find(({ names }) => names.test(fileName))
  const byContent = KINDS.find(({ magic }) => magic?.every((byte, index) => bytes[index] === byte))
  return (byName ?? byContent)?.kind ?? null
}
