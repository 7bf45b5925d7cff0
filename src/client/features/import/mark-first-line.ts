import { findHeadingLine, TOP_LINES } from '../../../server/domain/import-heading-line.ts'

/** Headings are told apart by far less. */
const MOST_BYTES = 4096

/**
 * Marks files that are written alike by the bytes of their headings, before anybody knows how to read
 * them (FNV-1a, of 64 bits).
 */
export function markFirstLine(bytes: Uint8Array): string {
  // This encoding has a letter for each byte.
  const text = new TextDecoder('windows-1252').decode(bytes.subarray(0, MOST_BYTES))
  const lines = text
    .split(/[\r\n]+/)
    .filter((line) => line.trim() !== '' && !/^\W{0,3}sep=.$/i.test(line))
    .slice(0, TOP_LINES)
  const first = lines[findHeadingLine(lines)] ?? ''
  let mark = 0xcbf29ce484222325n
  for (let at = 0; at < first.length; at += 1) {
    mark = BigInt.asUintN(64, (mark ^ BigInt(first.charCodeAt(at))) * 0x100000001b3n)
  }
  return mark.toString(16).padStart(16, '0')
}
