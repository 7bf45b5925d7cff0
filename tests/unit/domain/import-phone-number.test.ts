import { describe, expect, it } from 'vitest'
import { countryOfTimeZone, readPhoneNumber } from '../../../src/server/domain/phone-number.ts'

describe('reading a phone number', () => {
  it.each([
    ['(405) 555-0102', '+14055550102'],
    ['203.555.0145', '+12035550145'],
    [' 7695550157 ', '+17695550157'],
    ['1-901-555-0171', '+19015550171'],
    ['+1 520 555 0147 ', '+15205550147'],
    ['+14135550172', '+14135550172'],
    ['14135550172', '+14135550172'],
    ["'4135550172", '+14135550172'],
    ['+44 20 7946 0018', '+442079460018'],
    ['0044 20 7946 0018', '+442079460018'],
    ['(731) 555-0199', '+17315550199'],
  ])('%j is %s', (written, phoneNumber) => {
    expect(readPhoneNumber(written, 'US')).toEqual({ ok: true, phoneNumber })
  })

  it('takes a number without a country as one of the workshop’s own', () => {
    expect(readPhoneNumber('020 7946 0018', 'GB')).toEqual({
      ok: true,
      phoneNumber: '+442079460018',
    })
  })

  it.each([
    ['', 'missing'],
    ['   ', 'missing'],
    ['n/a', 'not a phone number'],
    ['call wife', 'not a phone number'],
    ['650 555 0137 / 650 555 0199', 'not a phone number'],
    ['call 650 555 0137', 'not a phone number'],
    ['650 555 0137 wife', 'not a phone number'],
    ['555-0100', 'area code is missing'],
    ['0000000000', 'All digits are the same'],
    ['+1 999 111 2222 333 444', 'too many digits: 16'],
    ['650 555 013', 'too few digits: 9'],
    ['(123) 555-0100', 'no area code 123'],
    ['(911) 555-0100', 'no area code 911'],
    ['(650) 155-0100', 'goes on with 155'],
    ['650-555-0137 x12', 'extension (12)'],
    ['6.505550137E+09', 'rounded'],
    ['=1+1', 'not a phone number'],
  ])('%j is refused: %s', (written, words) => {
    const reading = readPhoneNumber(written, 'US')
    expect(reading).toEqual({ ok: false, reason: expect.stringContaining(words) })
  })
})

describe('the country of a zone', () => {
  it.each([
    ['America/New_York', 'US'],
    ['Europe/London', 'GB'],
    ['Asia/Kolkata', 'IN'],
    ['Asia/Calcutta', 'IN'],
    ['America/Toronto', 'CA'],
    ['UTC', 'US'],
    ['Nowhere/Special', 'US'],
  ])('%s lies in %s', (zone, country) => {
    expect(countryOfTimeZone(zone)).toBe(country)
  })
})
