/** Months in English, German and Spanish, compared without case, accents and points. */
const MONTHS: readonly string[] = [
  'january|jan|januar|janner|jaenner|enero|ene',
  'february|feb|februar|feber|febrero',
  'march|mar|marz|maerz|mrz|marzo',
  'april|apr|abril|abr',
  'may|mai|mayo',
  'june|jun|juni|junio',
  'july|jul|juli|julio',
  'august|aug|agosto|ago',
  'september|sep|sept|septiembre|setiembre|set',
  'october|oct|oktober|okt|octubre',
  'november|nov|noviembre',
  'december|dec|dezember|dez|diciembre|dic',
]

/** From Monday on. Some short ones are also words for months, but stand before a whole date. */
const WEEKDAYS: readonly string[] = [
  'monday|mon|montag|mo|lunes|lun',
  'tuesday|tue|tues|dienstag|di|martes|mar',
  'wednesday|wed|mittwoch|mi|miercoles|mie',
  'thursday|thu|thur|thurs|donnerstag|do|jueves|jue',
  'friday|fri|freitag|fr|viernes|vie',
  'saturday|sat|samstag|sonnabend|sa|sabado|sab',
  'sunday|sun|sonntag|so|domingo|dom',
]

const byName = (names: readonly string[]): ReadonlyMap<string, number> =>
  new Map(names.flatMap((all, index) => all.split('|').map((name) => [name, index + 1] as const)))

const months = byName(MONTHS)
const weekdays = byName(WEEKDAYS)

const simplify = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z]/g, '')

/** 1 for January; null for what is no month. */
export const monthOfName = (name: string): number | null => months.get(simplify(name)) ?? null

/** 1 for Monday; null for what is no weekday. */
export const weekdayOfName = (name: string): number | null => weekdays.get(simplify(name)) ?? null
