import { z } from 'zod'

const vehicleText = z.string().trim().max(200, 'Write at most 200 characters.').nullable()
const vehicleYear = 'Give the year as a whole number from 1900 to 2099.'

/** A vehicle as a caller gives it. */
export const givenVehicleSchema = z
  .strictObject({
    make: vehicleText,
    model: vehicleText,
    year: z.number().int(vehicleYear).min(1900, vehicleYear).max(2099, vehicleYear).nullable(),
    vehicleNumber: vehicleText,
    vin: vehicleText,
  })
  .partial()
