import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, it } from 'vitest'
import type { DateOrder } from '../../../src/server/domain/import-date-forms.ts'
import { readDateTime } from '../../../src/server/domain/import-date-time.ts'

const now = Temporal.Instant.from('2026-11-27T12:00:00Z')
const first = Temporal.PlainDate.from('2000-01-01')

const anyDay = fc.integer({ min: 0, max: 9800 }).map((days) => first.add({ days }))
const anyTime = fc.record({ hour: fc.nat(23), minute: fc.nat(59) })

const two = (value: number) => String(value).padStart(2, '0')
/** Named by the platform, which knows nothing of our lists. */
const named = (locale: string, options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
  return (date: Temporal.PlainDate) => format.format(date.toZonedDateTime('UTC').epochMilliseconds)
}
const serial = (dayZero: string) => (date: Temporal.PlainDate) =>
  String(Temporal.PlainDate.from(dayZero).until(date, { largestUnit: 'day' }).days)
const slashed = ({ year, month, day }: Temporal.PlainDate) => `${two(month)}/${two(day)}/${year}`

type Form = [string, (date: Temporal.PlainDate) => string, { dateOrder?: DateOrder }?]
const forms: Form[] = [
  ['ISO', (date) => date.toString()],
  ['month first', slashed],
  ['day first', ({ year, month, day }) => `${day}/${month}/${year}`, { dateOrder: 'day_first' }],
  ['points', ({ year, month, day }) => `${two(day)}.${two(month)}.${year}`],
  ['points, two digits', ({ year, month, day }) => `${day}.${month}.${two(year % 100)}`],
  ['two digits', ({ year, month, day }) => `${month}/${day}/${two(year % 100)}`],
  ['serial', serial('1899-12-30')],
  ...(['en-US', 'en-GB', 'de-DE', 'de-AT', 'es-ES', 'es-MX'] as const).flatMap((locale): Form[] => [
    [`${locale} full`, named(locale, { dateStyle: 'full' })],
    [`${locale} long`, named(locale, { dateStyle: 'long' })],
    [
      `${locale} short names`,
      named(locale, { weekday: 'short', year: 'numeric', month: 'short', day: 'numeric' }),
    ],
    [`${locale} short month`, named(locale, { year: 'numeric', month: 'short', day: 'numeric' })],
  ]),
]

// The names of all months and weekdays come up in so many.
const numRuns = 30

it.each(forms)('reads back a date written as %s, and with its time', (_, write, rules = {}) => {
  const zoneRules = { timeZone: 'UTC', dateOrder: 'month_first', now, ...rules } as const
  fc.assert(
    fc.property(anyDay, anyTime, (date, { hour, minute }) => {
      const text = write(date)
      const day = readDateTime(text, zoneRules)
      expect(day).toMatchObject({ ok: true, day: { from: {} } })
      expect(day.ok && day.day?.from.toString()).toBe(`${date}T00:00:00Z`)
      const ofDay = String((hour * 60 + minute) / 1440).slice(1, 12)
      const isSerial = /^\d{5}$/.test(text)
      // A serial of midnight is the serial of its day.
      if (isSerial && ofDay === '') return
      const timed = isSerial ? `${text}${ofDay}` : `${text} ${hour}:${two(minute)}`
      const reading = readDateTime(timed, zoneRules)
      const instant = `${date}T${two(hour)}:${two(minute)}:00Z`
      expect(reading.ok && reading.at.toString()).toBe(instant)
    }),
    { numRuns },
  )
})

it('reads a number of a 1904 workbook as its day', () => {
  const write = serial('1904-01-01')
  fc.assert(
    fc.property(anyDay, (date) => {
      const rules = { timeZone: 'UTC', dateOrder: 'day_first', now, dateSystem: '1904' } as const
      const reading = readDateTime(write(date), rules)
      expect(reading.ok && reading.at.toString().slice(0, 10)).toBe(date.toString())
    }),
  )
})

it('answers for any text at all, with a reason or a date that can be', () => {
  const piece = fc.constantFrom('3', '11', '2026', '26', 'Nov', ' ', '.', '/', '-', ',', 'de', ':')
  const texts = fc.oneof(
    fc.string(),
    fc.array(piece, { maxLength: 12 }).map((all) => all.join('')),
  )
  fc.assert(
    fc.property(texts, (text) => {
      const reading = readDateTime(text, { timeZone: 'UTC', dateOrder: 'day_first', now })
      if (reading.ok) expect(reading.at.toZonedDateTimeISO('UTC').year).toBeGreaterThan(1989)
      else expect(reading.reason).toMatch(/Write it like/)
    }),
  )
})
