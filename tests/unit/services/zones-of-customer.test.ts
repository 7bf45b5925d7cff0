import { expect, it } from 'vitest'
import { zonesOfCustomer } from '../../../src/server/services/zones-of-customer.ts'

const deps = { zonesOfPhone: async () => ['America/Boise', 'America/Los_Angeles'] }
const customerPhone = '+15415550119'

it('takes the zone of the visit, whatever the number says', async () => {
  const visit = { customerTimeZone: 'Europe/Madrid', customerPhone }
  expect(await zonesOfCustomer(deps, visit)).toEqual(['Europe/Madrid'])
})

it('takes those of the number where the visit names none that exists', async () => {
  const visit = { customerTimeZone: 'Central', customerPhone }
  expect(await zonesOfCustomer(deps, visit)).toEqual(['America/Boise', 'America/Los_Angeles'])
})
