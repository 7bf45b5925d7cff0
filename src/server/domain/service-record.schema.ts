import { z } from 'zod'
import {
  callSchema,
  givenInstantSchema,
  instantSchema,
  uuidSchema,
  vehicleInfoSchema,
} from './call.schema.ts'
import { givenVehicleSchema } from './given-vehicle.schema.ts'
import { importFields } from './import-columns.ts'

export const serviceRecordStatuses = ['scheduled', 'in_progress', 'completed', 'canceled'] as const

/** One workshop visit as lists and answers carry it. */
export const serviceRecordSchema = z.object({
  id: uuidSchema,
  organizationId: uuidSchema,
  /** The workshop's own order number. */
  externalId: z.string(),
  customerName: z.string(),
  customerPhone: z.string(),
  customerTimeZone: z.string().nullable(),
  vehicleInfo: vehicleInfoSchema,
  serviceType: z.string(),
  status: z.enum(serviceRecordStatuses),
  appointmentDate: instantSchema.nullable(),
  completedAt: instantSchema.nullable(),
  serviceAdvisorId: uuidSchema.nullable(),
  serviceAdvisorName: z.string().nullable(),
  rating: z.number().int().nullable(),
  feedback: z.string().nullable(),
  overallFeedback: z.string().nullable(),
  positiveMentions: z.array(z.string()),
  areasToImprove: z.array(z.string()),
  isDemo: z.boolean(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
})
export type ServiceRecord = z.infer<typeof serviceRecordSchema>

export const serviceRecordListInputSchema = z.object({
  search: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .optional()
    .describe('Part of a name, phone, order or vehicle number, or service type.'),
  limit: z.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).nullish(),
})

export const serviceRecordPageSchema = z.object({
  serviceRecords: z.array(serviceRecordSchema),
  /** Null on the last page. */
  nextCursor: z.string().nullable(),
})
export type ServiceRecordPage = z.infer<typeof serviceRecordPageSchema>

const text = (max: number) => z.string().trim().min(1).max(max)

/** A visit as an integrator pushes it; the phone number may be national if the zone tells where. */
export const serviceRecordCreateSchema = z.strictObject({
  externalId: text(100),
  customerName: text(200),
  customerPhone: text(40),
  customerTimeZone: text(60).optional(),
  vehicleInfo: givenVehicleSchema.optional(),
  serviceType: text(100),
  status: z.enum(serviceRecordStatuses).default('completed'),
  appointmentDate: givenInstantSchema.optional(),
  completedAt: givenInstantSchema.optional(),
  serviceAdvisorName: text(200).optional(),
})
export type ServiceRecordCreate = z.infer<typeof serviceRecordCreateSchema>

/**
 * `call` is null where none was made, and the waiting call of another visit where it covers this
 * one too; `reason` says so, or when it is due.
 */
export const serviceRecordCreatedSchema = z.object({
  serviceRecord: serviceRecordSchema,
  call: callSchema.nullable(),
  reason: z.string(),
})
export type ServiceRecordCreated = z.infer<typeof serviceRecordCreatedSchema>

/** A file of visits; what is sent as text may be 12 MB. */
export const importedFile = {
  fileName: text(255).regex(
    /^[^\p{Cc}\p{Cs}]*$/u,
    'The name holds characters that cannot be shown.',
  ),
  /** The text of the CSV. */
  content: z.string().min(1, 'The file is empty.').max(12_000_000, 'The file is too large.'),
}

export const dateOrderSchema = z.enum(['month_first', 'day_first'])

export const importInputSchema = z.strictObject({
  ...importedFile,
  /** The zone of times without one; absent: the organization's. */
  timeZone: text(60).optional(),
  /** How 11/09/2026 is to be read, where no date of the file says so. */
  dateOrder: dateOrderSchema.optional(),
  /** Field of a visit to the header of its column, where the names are not recognised. */
  mapping: z
    .record(z.string(), z.string())
    .refine((mapping) => Object.keys(mapping).length <= importFields.length, {
      error: `Name each of these fields once at most: ${importFields.join(', ')}.`,
    })
    .optional(),
})
