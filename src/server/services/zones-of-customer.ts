import type { Deps } from '../deps.ts'
import { customerZones } from '../domain/phone-zones.ts'

/** Every zone a customer may be in: the visit's own if it names one, else those of the number. */
export async function zonesOfCustomer(
  deps: Pick<Deps, 'zonesOfPhone'>,
  visit: { customerTimeZone: string | null; customerPhone: string },
): Promise<readonly string[]> {
  const zones = await deps.zonesOfPhone(visit.customerPhone)
  return customerZones({
    recordTimeZone: visit.customerTimeZone,
    phoneNumber: visit.customerPhone,
    numberZones: () => zones,
  })
}
