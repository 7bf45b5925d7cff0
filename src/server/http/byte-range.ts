import type { ByteRange } from '../storage/port.ts'

/**
 * What a `Range` header asks of something with this many bytes. Several ranges, other units and
 * what cannot be understood ask for the whole, as RFC 9110 allows.
 */
export function parseByteRange(
  header: string | undefined,
  sizeBytes: number,
): ByteRange | 'whole' | 'beyond_end' {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/i.exec(header?.trim() ?? '') ?? []
  if (from === '' && to === '') return 'whole'
  const last = sizeBytes - 1
  const start = from === '' ? Math.max(0, sizeBytes - Number(to)) : Number(from)
  const end = from === '' || to === '' ? last : Math.min(Number(to), last)
  if (from !== '' && to !== '' && Number(to) < Number(from)) return 'whole'
  return start > last ? 'beyond_end' : { start, end }
}
