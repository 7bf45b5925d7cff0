import { decodeText } from './decode-text.ts'

/** As much as the server takes in one import. */
export const MAX_FILE_BYTES = 12_000_000

export type ReadFile = { ok: true; content: string } | { ok: false; reason: string }

/** The text of a CSV file, or in kind words why this file cannot be one. */
export async function readCsvFile(file: File): Promise<ReadFile> {
  if (file.size === 0) return refuse(`“${file.name}” is empty.`)
  if (file.size > MAX_FILE_BYTES) {
    return refuse(
      `“${file.name}” has ${toMegabytes(file.size)} MB; up to ${toMegabytes(MAX_FILE_BYTES)} MB fit ` +
        'into one import. Please split it.',
    )
  }
  const bytes = await readBytes(file)
  if (!bytes) {
    return refuse(
      `“${file.name}” could not be read. Was it moved or changed? Please choose it again.`,
    )
  }
  const kind = recognizeOtherKind(file.name, bytes)
  if (kind) return refuse(`“${file.name}” is ${kind}. Please export it as CSV and try again.`)
  const content = await decodeText(bytes)
  if (content === null) {
    return refuse(`“${file.name}” is not a text file. Please choose a file that ends in .csv.`)
  }
  return { ok: true, content }
}

/** Null for a file that was moved, changed or locked since it was chosen. */
const readBytes = (file: File) =>
  file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => null,
  )

const refuse = (reason: string): ReadFile => ({ ok: false, reason })
const toMegabytes = (bytes: number) => Math.ceil(bytes / 1_000_000)

const KINDS: { kind: string; names: RegExp; magic?: readonly number[] }[] = [
  {
    kind: 'a spreadsheet',
    names: /\.(xlsx|xlsm|xls|ods|numbers)$/i,
    magic: [0xd0, 0xcf, 0x11, 0xe0],
  },
  { kind: 'a packed file', names: /\.(zip|gz|7z|rar)$/i, magic: [0x50, 0x4b, 0x03, 0x04] },
  { kind: 'a PDF', names: /\.pdf$/i, magic: [0x25, 0x50, 0x44, 0x46] },
  { kind: 'a picture', names: /\.(png|jpe?g|gif|webp|heic)$/i, magic: [0x89, 0x50, 0x4e, 0x47] },
  { kind: 'a document', names: /\.(docx?|odt|rtf|pages)$/i },
]

function recognizeOtherKind(fileName: string, bytes: Uint8Array): string | null {
  const byName = KINDS.find(({ names }) => names.test(fileName))
  const byContent = KINDS.find(({ magic }) => magic?.every((byte, index) => bytes[index] === byte))
  return (byName ?? byContent)?.kind ?? null
}
