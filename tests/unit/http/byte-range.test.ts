import { expect, test } from 'vitest'
import { parseByteRange } from '../../../src/server/http/byte-range.ts'

test.each([
  [undefined, 100, 'whole'],
  ['bytes=0-0', 100, { start: 0, end: 0 }],
  ['bytes=10-19', 100, { start: 10, end: 19 }],
  ['Bytes=10-', 100, { start: 10, end: 99 }],
  ['bytes=90-1000', 100, { start: 90, end: 99 }],
  ['bytes=-1', 100, { start: 99, end: 99 }],
  ['bytes=-1000', 100, { start: 0, end: 99 }],
  ['bytes=-0', 100, 'beyond_end'],
  ['bytes=100-', 100, 'beyond_end'],
  ['bytes=0-', 0, 'beyond_end'],
  ['bytes=99999999999999999999-', 100, 'beyond_end'],
  ['bytes=20-10', 100, 'whole'],
  ['bytes=0-1,5-6', 100, 'whole'],
  ['bytes=-', 100, 'whole'],
  ['bytes=a-b', 100, 'whole'],
  ['items=0-1', 100, 'whole'],
])('%s of %d bytes asks for %o', (header, sizeBytes, expected) => {
  expect(parseByteRange(header, sizeBytes)).toEqual(expected)
})
