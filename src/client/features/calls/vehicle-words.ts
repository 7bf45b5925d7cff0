import type { VehicleInfo } from '../../../server/domain/call.schema.ts'

/** "Toyota Corolla 2019", or null where nothing of it is known. */
export function vehicleModel({ make, model, year }: VehicleInfo): string | null {
  const words = [make, model, year].filter((part) => part !== null && part !== '')
  return words.length > 0 ? words.join(' ') : null
}
