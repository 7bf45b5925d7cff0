import { type VehicleInfo, vehicleInfoSchema } from '../domain/call.schema.ts'

/** A vehicle of which nothing was told. */
export const unknownVehicle: VehicleInfo = {
  make: null,
  model: null,
  year: null,
  vehicleNumber: null,
  vin: null,
}

/** Reads the JSON of a visit; one that was written by hand may be anything. */
export function toVehicleInfo(stored: unknown): VehicleInfo {
  const parsed = vehicleInfoSchema.safeParse(stored)
  return parsed.success ? parsed.data : unknownVehicle
}
