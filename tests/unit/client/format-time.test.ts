import { describe, expect, it } from 'vitest'
import {
  formatDate,
  formatDuration,
  formatFully,
  formatSecond,
  formatTime,
  formatWhen,
  withReadersClock,
} from '../../../src/client/lib/format-time.ts'
import { formatPhone } from '../../../src/client/lib/phone-words.ts'
import { localeFor } from '../../../src/client/lib/reader-locale.ts'

// Some versions of ICU put a narrow no-break space before AM and PM.
const plain = (text: string) => text.replaceAll(/[\u202f\u00a0]/g, ' ')
const reader = Intl.DateTimeFormat().resolvedOptions().timeZone
const here = { locale: 'en-US', timeZone: reader }
const instant = '2026-11-20T15:20:00.000Z'

describe('dates and times', () => {
  it('speaks in the reader’s locale', () => {
    expect(plain(formatTime(instant, here))).toBe('3:20 PM')
    expect(formatTime(instant, { ...here, locale: 'de' })).toBe('15:20')
    expect(formatDate(instant, here)).toBe('Nov 20, 2026')
  })

  it('keeps the page in English for other readers, on their own clock', () => {
    expect(localeFor('en-US')).toBe('en-US')
    const how = { ...here, locale: localeFor('de-DE') }
    expect(formatDate(instant, how)).toBe('20 Nov 2026')
    expect(formatTime(instant, how)).toBe('15:20')
    expect(plain(formatTime(instant, { ...here, locale: localeFor('es-MX') }))).toMatch(/^3:20/)
  })

  it('tells seconds within a call, and a date that stands on its own', () => {
    expect(plain(formatSecond('2026-11-20T15:20:07.000Z', here))).toBe('3:20:07 PM')
    const how = { locale: 'en-GB', timeZone: 'America/New_York', zoneName: 'always' } as const
    expect(formatFully(instant, instant, how)).toMatch(/^Fri,? 20 Nov,? (at )?10:20 GMT-5$/)
  })

  it('breaks no line within a time', () => {
    expect(formatTime(instant, here)).toMatch(/^3:20[\u202f\u00a0]PM$/)
    for (const locale of ['es-MX', 'es-u-hc-h12']) {
      const inSpanish = formatTime(instant, { ...here, locale })
      expect(inSpanish).toMatch(/^3:20[\u202f\u00a0]p\.[\u202f\u00a0]?m\.$/)
    }
  })

  it('names the zone when it is not the reader’s', () => {
    const there = { locale: 'en-US', timeZone: 'America/New_York' }
    expect(plain(formatTime(instant, there))).toBe('10:20 AM EST')
    expect(plain(formatTime('2026-07-20T15:20:00.000Z', there))).toBe('11:20 AM EDT')
  })
})

describe('formatWhen', () => {
  const rows: [name: string, instant: string, expected: string][] = [
    ['today', '2026-11-20T15:20:00.000Z', 'today 3:20 PM'],
    ['tomorrow, not a day later', '2026-11-21T00:10:00.000Z', 'tomorrow 12:10 AM'],
    ['yesterday', '2026-11-19T23:59:00.000Z', 'yesterday 11:59 PM'],
    ['the coming week', '2026-11-23T09:00:00.000Z', 'Monday 9:00 AM'],
    ['this year', '2026-11-27T09:00:00.000Z', 'Fri, Nov 27, 9:00 AM'],
    ['the past', '2026-11-18T09:00:00.000Z', 'Wed, Nov 18, 9:00 AM'],
    ['another year', '2027-01-04T09:00:00.000Z', 'Mon, Jan 4, 2027, 9:00 AM'],
  ]
  it.each(rows)('%s', (_, when, expected) => {
    expect(plain(formatWhen(when, '2026-11-20T12:00:00.000Z', here))).toBe(expected)
  })

  it('counts days as the zone does', () => {
    const there = { locale: 'en-US', timeZone: 'Asia/Tokyo' }
    expect(plain(formatWhen(instant, '2026-11-20T12:00:00.000Z', there))).toMatch(
      /^tomorrow 12:20 AM/,
    )
  })
})

describe('withReadersClock', () => {
  it.each([
    ['en-US', 'Closed until tomorrow 09:00', 'Closed until tomorrow 9:00 AM'],
    ['en-US', 'Quiet 21:00–08:00', 'Quiet 9:00 PM–8:00 AM'],
    ['en-GB', 'Closed until tomorrow 09:00', 'Closed until tomorrow 09:00'],
    ['en-US', 'The 2 h after the service are over', 'The 2 h after the service are over'],
    ['en-US', 'Open 18:00–24:00', 'Open 6:00 PM–12:00 AM'],
    ['en-GB', 'Open 18:00–24:00', 'Open 18:00–24:00'],
    ['en-US', 'Fri 20 Nov is a blocked date', 'Fri, Nov 20 is a blocked date'],
    ['en-US', 'Expires Fri 27 Nov 08:00', 'Expires Fri, Nov 27, 8:00 AM'],
    ['en-US', 'the next Sat 2 Jan 2027', 'the next Sat, Jan 2, 2027'],
    ['en-US', 'All 3 calls of Max 3 Mus', 'All 3 calls of Max 3 Mus'],
    ['en-GB', 'The customer is in America/New_York', 'The customer is in America/New York'],
  ])('%s: %s', (locale, sentence, expected) => {
    expect(plain(withReadersClock(sentence, locale))).toBe(expected)
  })
})

describe('formatDuration', () => {
  const rows: [seconds: number, expected: string][] = [
    [0, '0:00'],
    [42, '0:42'],
    [185, '3:05'],
    [3729, '1:02:09'],
  ]
  it.each(rows)('%d s is %s', (seconds, expected) => {
    expect(formatDuration(seconds)).toBe(expected)
  })
})

describe('formatPhone', () => {
  it('groups a number as its country does, and leaves alone what is none', async () => {
    expect(await formatPhone('+14695550119')).toBe('+1 469 555 0119')
    expect(await formatPhone('+34612345678')).toBe('+34 612 34 56 78')
    expect(await formatPhone('unknown')).toBe('unknown')
  })
})
