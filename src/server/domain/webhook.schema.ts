import { z } from 'zod'
import { instantSchema, uuidSchema } from './call.schema.ts'
import { webhookEvents } from './webhook-events.ts'

const eventSchema = z.enum(webhookEvents)

export const webhookEndpointSchema = z.object({
  id: uuidSchema,
  url: z.string(),
  events: z.array(eventSchema),
  isEnabled: z.boolean(),
  /** Why it was disabled by itself; null where a person did it. */
  disabledReason: z.string().nullable(),
  /** Since when no message has got through; null while they do. */
  failingSince: instantSchema.nullable(),
  createdAt: instantSchema,
})
export type WebhookEndpoint = z.infer<typeof webhookEndpointSchema>

/** The secret is shown this once. */
export const webhookSecretSchema = z.object({
  endpoint: webhookEndpointSchema,
  /** `whsec_` and base64, as Standard Webhooks writes it. */
  secret: z.string(),
})

const urlSchema = z
  .string()
  .trim()
  .max(1000, 'An address has at most 1000 characters.')
  .pipe(
    z.url({
      protocol: /^https?$/,
      error: 'Write the whole address, like https://example.com/ringback.',
    }),
  )
  .refine((text) => {
    const url = URL.parse(text)
    return url !== null && url.username === '' && url.password === ''
  }, 'Leave name and password out of the address: the signature says who is calling.')

const eventsSchema = z
  .array(eventSchema)
  .min(1, 'Choose at least one event.')
  .max(webhookEvents.length)

export const webhookCreateSchema = z.strictObject({ url: urlSchema, events: eventsSchema })

export const webhookUpdateSchema = z.strictObject({
  id: uuidSchema,
  url: urlSchema.optional(),
  events: eventsSchema.optional(),
  isEnabled: z.boolean().optional(),
})

export const webhookIdSchema = z.strictObject({ id: uuidSchema })

export const webhookDeliverySchema = z.object({
  /** Also the header `webhook-id`; sent again it stays the same. */
  id: uuidSchema,
  event: z.string(),
  callId: uuidSchema.nullable(),
  status: z.enum(['waiting', 'delivered', 'failed']),
  tries: z.number().int(),
  createdAt: instantSchema,
  triedAt: instantSchema.nullable(),
  /** When it is tried next; null once it is done with. */
  dueAt: instantSchema.nullable(),
  statusCode: z.number().int().nullable(),
  /** What was answered, cut short. */
  answer: z.string().nullable(),
  /** Why there was no answer. */
  problem: z.string().nullable(),
})
export type WebhookDelivery = z.infer<typeof webhookDeliverySchema>

/** Fields that are not known here pass: the page's list sends which way it turns its pages. */
export const webhookDeliveriesInputSchema = z.object({
  endpointId: uuidSchema,
  limit: z.number().int().min(1).max(100).default(20),
  cursor: z.string().max(500).nullish(),
})
export const webhookDeliveryPageSchema = z.object({
  deliveries: z.array(webhookDeliverySchema),
  /** Null on the last page. */
  nextCursor: z.string().nullable(),
})
export type WebhookDeliveryPage = z.infer<typeof webhookDeliveryPageSchema>
