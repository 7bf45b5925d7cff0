import { describe, expect, it } from 'vitest'
import { loadNumberZones } from '../../../src/server/telephony/phone-zones.ts'

describe("Google's table of telephone zones", () => {
  const numberZones = loadNumberZones()

  it.each([
    ['a number of fiction, by its area code', '+14695550119', ['America/Chicago']],
    ['a state in two zones', '+19075550119', ['America/Adak', 'America/Anchorage']],
    ['a country of one zone', '+919876543210', ['Asia/Calcutta']],
  ])('knows %s', (_, phoneNumber, zones) => {
    expect(numberZones(phoneNumber)).toEqual(zones)
  })

  it('names every zone of the country for a number that is bound to none', () => {
    const zones = numberZones('+18005550119')
    expect(zones.length).toBeGreaterThan(20)
    expect(zones).toContain('America/New_York')
    expect(zones).toContain('Pacific/Honolulu')
  })
})
