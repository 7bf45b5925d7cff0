import { describe, expect, it } from 'vitest'
import { createNumberZones, zonesOfName } from '../../../src/server/domain/phone-zones.ts'

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

describe('the zone that a visit names', () => {
  it('stands by itself', () => {
    expect(zonesOfName('Europe/Madrid')).toEqual(['Europe/Madrid'])
  })

  it.each([null, '', 'Central', '+05:30'])('is none where it says %j', (name) => {
    expect(zonesOfName(name)).toBeNull()
  })
})
