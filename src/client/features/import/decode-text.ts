import { dos850 } from './dos-850.ts'

/** A text, and the encoding that its bytes were read as. */
export type DecodedText = { text: string; encoding: string }

/** Encodings to choose from where the one that is recognised is wrong, the likeliest first. */
export const encodings: readonly { encoding: string; name: string }[] = [
  { encoding: 'utf-8', name: 'UTF-8' },
  { encoding: 'windows-1252', name: 'Windows-1252' },
  { encoding: 'iso-8859-15', name: 'ISO-8859-15' },
  { encoding: 'ibm850', name: 'DOS (850)' },
  { encoding: 'macintosh', name: 'MacRoman' },
  { encoding: 'windows-1250', name: 'Windows-1250' },
  { encoding: 'windows-1251', name: 'Windows-1251' },
  { encoding: 'utf-16le', name: 'UTF-16 LE' },
  { encoding: 'utf-16be', name: 'UTF-16 BE' },
]

export const encodingName = (wanted: string): string =>
  encodings.find(({ encoding }) => encoding === wanted)?.name ?? wanted.toUpperCase()

/**
 * Text from bytes of an unknown encoding: UTF-8, UTF-16, or else the likeliest of the old one-byte
 * encodings, as workshop systems still write them, unless `chosen` says which. Null for what is no text
 * at all.
 */
export async function decodeText(
  bytes: Uint8Array,
  chosen: string | null = null,
): Promise<DecodedText | null> {
  const utf16 = findUtf16(bytes)
  if (utf16) return { text: decodeAs(utf16, bytes), encoding: utf16 }
  if (bytes.subarray(0, SAMPLE_BYTES).includes(0)) return null
  const utf8 = decodeUtf8(bytes)
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' }
  const encoding = knownEncoding(chosen) ?? (await guessOldEncoding(bytes))
  return { text: decodeAs(encoding, bytes), encoding }
}

/** Text from bytes of an encoding that somebody says, whatever does not fit it as �. */
export const decodeAs = (encoding: string, bytes: Uint8Array): string =>
  encoding === 'ibm850' ? dos850(bytes) : new TextDecoder(encoding).decode(bytes)

const knownEncoding = (wanted: string | null) =>
  encodings.find(({ encoding }) => encoding === wanted)?.encoding

const SAMPLE_BYTES = 64 * 1024

function findUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  // Without a mark: Western text in UTF-16 has a zero in every second byte.
  const sample = bytes.subarray(0, 512)
  const zeros = [0, 0]
  for (const [index, byte] of sample.entries())
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const most = sample.length * 0.4
  if (odd >= most && even === 0) return 'utf-16le'
  return even >= most && odd === 0 ? 'utf-16be' : null
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Windows-1252 where nothing speaks for another: it is what Excel writes in the West. */
async function guessOldEncoding(bytes: Uint8Array): Promise<string> {
  const { detect } = await import('chardet')
  const guess = decoderName(detect(bytes.subarray(0, SAMPLE_BYTES)) ?? '')
  return guess === null || guess.startsWith('utf') ? 'windows-1252' : guess
}

/** As decoders call it, `windows-1252` for ISO-8859-1; null for what none knows. */
function decoderName(encoding: string): string | null {
  try {
    return new TextDecoder(encoding).encoding
  } catch {
    return null
  }
}
