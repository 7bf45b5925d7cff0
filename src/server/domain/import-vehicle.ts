import type { VehicleInfo } from './call.schema.ts'

const MAKES_OF_TWO_WORDS = [
  'alfa romeo',
  'aston martin',
  'great wall',
  'land rover',
  'mercedes benz',
  'range rover',
  'rolls royce',
]

/** Takes `2022 Kia Sportage` apart; the year may also stand last or be missing. */
export function readVehicle(written: string): Pick<VehicleInfo, 'make' | 'model' | 'year'> {
  let words = written.split(/\s+/).filter((word) => word !== '')
  let year: number | null = null
  for (const at of [0, words.length - 1]) {
    const word = words[at]
    if (year !== null || word === undefined || words.length < 2) continue
    year = readYear(word)
    if (year !== null) words = words.filter((_, i) => i !== at)
  }
  const opening = words.slice(0, 2).join(' ').toLowerCase()
  const makeLength = MAKES_OF_TWO_WORDS.includes(opening) ? 2 : 1
  const make = words.slice(0, makeLength).join(' ')
  const model = words.slice(makeLength).join(' ')
  return { make: make || null, model: model || null, year }
}

/** A year of which cars may be; null for anything else. */
export function readYear(written: string): number | null {
  return /^(19|20)\d\d$/.test(written) ? Number(written) : null
}
