import { describe, expect, it } from 'vitest'
import { createNumberZones } from '../../../src/server/domain/phone-zones.ts'
import { zonesOfCustomer } from '../../../src/server/services/zones-of-customer.ts'

const numberZones = createNumberZones(
  new Map([
    ['1', 'America/New_York&America/Chicago&America/Los_Angeles'],
    ['1469', 'America/Chicago'],
    ['1541', 'America/Boise&America/Los_Angeles'],
    ['44', 'Europe/London'],
    ['99', 'Mars/Base'],
  ]),
)

describe('the zones of a number', () => {
  it.each([
    ['the longest prefix counts', '+14695550119', ['America/Chicago']],
    ['a prefix may lie in two zones', '+15415550119', ['America/Boise', 'America/Los_Angeles']],
    [
      'an unknown area may lie in any zone of the country',
      '+19995550119',
      ['America/New_York', 'America/Chicago', 'America/Los_Angeles'],
    ],
    ['spaces and dashes do not matter', '+44 20-7946 0018', ['Europe/London']],
    ['an unknown country has none', '+7 495 000 0000', []],
    ['a zone this machine does not know is left out', '+99123', []],
    ['no number has none', '', []],
  ])('%s', (_, phoneNumber, zones) => {
    expect(numberZones(phoneNumber)).toEqual(zones)
  })

  it('are none where the table is empty', () => {
    expect(createNumberZones(new Map())('+14695550119')).toEqual([])
  })
})

describe('the zones of a customer', () => {
  const deps = { zonesOfPhone: async (phoneNumber: string) => numberZones(phoneNumber) }
  const zonesOf = (customerTimeZone: string | null, customerPhone = '+14695550119') =>
    zonesOfCustomer(deps, { customerTimeZone, customerPhone })

  it('are the one of the record, whatever the number says', async () => {
    expect(await zonesOf('Europe/Madrid')).toEqual(['Europe/Madrid'])
  })

  it.each([null, '', 'Central', '+05:30'])(
    'are those of the number where the record says %j',
    async (zone) => {
      expect(await zonesOf(zone)).toEqual(['America/Chicago'])
    },
  )

  it('are unknown where neither says', async () => {
    expect(await zonesOf(null, '+7 495 000 0000')).toEqual([])
  })
})
