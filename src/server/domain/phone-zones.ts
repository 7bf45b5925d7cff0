import { isTimeZone } from './zone-clock.ts'

/** Every zone that a number in E.164 form may be in; empty when its prefix is unknown. */
export type NumberZones = (phoneNumber: string) => readonly string[]

/** The zone that a visit names, by itself; null where it names none that exists. */
export const zonesOfName = (timeZone: string | null): readonly string[] | null =>
  timeZone !== null && isTimeZone(timeZone) ? [timeZone] : null

/**
 * Looks a number up by its longest known prefix. `table` maps the leading digits of an
 * international number, without plus, to its zones joined by `&`, as Google's table does.
 */
export function createNumberZones(table: ReadonlyMap<string, string>): NumberZones {
  const longest = Math.max(0, ...[...table.keys()].map((prefix) => prefix.length))
  const lists = new Map<string, readonly string[]>()
  const listOf = (zones: string): readonly string[] => {
    let list = lists.get(zones)
    if (list === undefined) {
      list = zones.split('&').filter(isTimeZone)
      lists.set(zones, list)
    }
    return list
  }
  return (phoneNumber) => {
    const digits = phoneNumber.replace(/\D/g, '')
    for (let length = Math.min(longest, digits.length); length > 0; length--) {
      const zones = table.get(digits.slice(0, length))
      if (zones !== undefined) return listOf(zones)
    }
    return []
  }
}
