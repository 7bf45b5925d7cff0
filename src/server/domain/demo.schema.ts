import { z } from 'zod'
import { uuidSchema } from './call.schema.ts'
import { givenVehicleSchema } from './given-vehicle.schema.ts'

/** One thing that the simulator can play for a demo call. */
export const demoScenarioSchema = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  language: z.enum(['en', 'es']),
})

export const demoCreateSchema = z.strictObject({
  scenarioId: z.string().min(1).max(100),
  /** The provider loses, repeats, delays and contradicts news, and breaks off, over this call. */
  isHostile: z.boolean().default(false),
  customerName: z.string().trim().min(1, 'Give the customer a name.').max(200),
  /** Absent: a number reserved for fiction. Nobody is ever dialed. */
  phoneNumber: z.string().trim().min(1).max(40).optional(),
  vehicle: givenVehicleSchema.optional(),
  serviceType: z.string().trim().min(1).max(100).optional(),
  serviceAdvisorName: z.string().trim().min(1).max(200).optional(),
})
export type DemoCreate = z.output<typeof demoCreateSchema>

export const demoInitiateSchema = z.strictObject({ callId: uuidSchema })
export const demoResetInputSchema = z
  .strictObject({
    /** Only these; absent: every demo call. */
    callIds: z.array(uuidSchema).max(100).optional(),
  })
  .optional()
export const demoResetSchema = z.object({ deleted: z.number().int() })
