/**
 * Text from bytes of an unknown encoding: UTF-8, UTF-16, or else the likeliest of the old one-byte
 * encodings, as workshop systems still write them. Null for what is no text at all.
 */
export async function decodeText(bytes: Uint8Array): Promise<string | null> {
  const utf16 = findUtf16(bytes)
  if (utf16) return decodeAs(utf16, bytes)
  if (bytes.subarray(0, SAMPLE_BYTES).includes(0)) return null
  return decodeUtf8(bytes) ?? decodeAs(await guessOldEncoding(bytes), bytes)
}

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
  const guess = detect(bytes.subarray(0, SAMPLE_BYTES))
  return guess && isDecodable(guess) && !guess.startsWith('UTF') ? guess : 'windows-1252'
}

function isDecodable(encoding: string): boolean {
  try {
    new TextDecoder(encoding)
    return true
  } catch {
    return false
  }
}

const decodeAs = (encoding: string, bytes: Uint8Array) => new TextDecoder(encoding).decode(bytes)
