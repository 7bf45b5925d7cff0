import type { Deps } from '../deps.ts'
import { zonesOfName } from '../domain/phone-zones.ts'

/**
 * Every zone a customer may be in, all of which have to allow a call: the visit's own if it names a
 * real one, else those of the number; empty when nothing is known.
 */
export async function zonesOfCustomer(
  deps: Pick<Deps, 'zonesOfPhone'>,
  visit: { customerTimeZone: string | null; customerPhone: string },
): Promise<readonly string[]> {
  return zonesOfName(visit.customerTimeZone) ?? deps.zonesOfPhone(visit.customerPhone)
}
