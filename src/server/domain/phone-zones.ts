import { isTimeZone } from './zone-clock.ts'

/** Every zone that a number in E.164 form may be in; empty when its prefix is unknown. */
export type NumberZones = (phoneNumber: string) => readonly string[]

/**
 * Every zone the customer may be in, all of which have to allow a call: the record's own zone if
 * it is a real one, else those of the number; empty when nothing is known.
 */
export function customerZones(input: {
  recordTimeZone: string | null
  phoneNumber: string
  numberZones: NumberZones
}): readonly string[] {
  const { recordTimeZone, phoneNumber, numberZones } = input
  if (recordTimeZone !== null && isTimeZone(recordTimeZone)) return [recordTimeZone]
  return numberZones(phoneNumber)
}

/**
 * Looks a number up by its longest known prefix. `table` maps the leading digits of an
 * international number, without plus, to its zones joined by `&`, as Google's table does.
 */
export function createNumberZones(table: ReadonlyMap<string, string>): NumberZones {
  const longest = Math.max(0, ...[...table.keys()].map((prefix) => prefix.length))
  return (phoneNumber) => {
    const digits = phoneNumber.replace(/\D/g, '')
    for (let length = Math.min(longest, digits.length); length > 0; length--) {
      const zones = table.get(digits.slice(0, length))
      if (zones !== undefined) return zones.split('&').filter(isTimeZone)
    }
    return []
  }
}
