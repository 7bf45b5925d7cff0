import { z } from 'zod'
import type { Identity } from '../auth/identity.ts'
import { listWebhookDeliveries, listWebhookEndpoints } from '../db/list-webhooks.ts'
import {
  webhookCreateSchema,
  webhookDeliveriesInputSchema,
  webhookDeliveryPageSchema,
  webhookEndpointSchema,
  webhookIdSchema,
  webhookSecretSchema,
  webhookUpdateSchema,
} from '../domain/webhook.schema.ts'
import {
  createWebhook,
  deleteWebhook,
  rotateWebhookSecret,
  updateWebhook,
} from '../services/change-webhook.ts'
import { sendTestWebhook, sendWebhookAgain } from '../services/send-webhook.ts'
import { inSight } from './in-sight.ts'
import { may, router } from './init.ts'

const by = ({ organizationId, actor }: Identity) => ({ organizationId, actor })

export const webhooksRouter = router({
  list: may('keys.manage')
    .output(z.array(webhookEndpointSchema))
    .query(({ ctx }) =>
      inSight(ctx, (tx) => listWebhookEndpoints(tx, ctx.identity.organizationId)),
    ),

  create: may('keys.manage')
    .input(webhookCreateSchema)
    .output(webhookSecretSchema)
    .mutation(({ ctx, input }) => createWebhook(ctx.deps, { ...by(ctx.identity), ...input })),

  update: may('keys.manage')
    .input(webhookUpdateSchema)
    .output(webhookEndpointSchema)
    .mutation(({ ctx, input: { id, ...change } }) =>
      updateWebhook(ctx.deps, { ...by(ctx.identity), id, change }),
    ),

  rotateSecret: may('keys.manage')
    .input(webhookIdSchema)
    .output(webhookSecretSchema)
    .mutation(({ ctx, input }) => rotateWebhookSecret(ctx.deps, { ...by(ctx.identity), ...input })),

  delete: may('keys.manage')
    .input(webhookIdSchema)
    .output(webhookIdSchema)
    .mutation(async ({ ctx, input }) => {
      await deleteWebhook(ctx.deps, { ...by(ctx.identity), ...input })
      return input
    }),

  sendTest: may('keys.manage')
    .input(webhookIdSchema)
    .output(webhookIdSchema)
    .mutation(({ ctx, input }) => sendTestWebhook(ctx.deps, { ...by(ctx.identity), ...input })),

  deliveries: may('keys.manage')
    .input(webhookDeliveriesInputSchema)
    .output(webhookDeliveryPageSchema)
    .query(({ ctx, input }) =>
      inSight(ctx, (tx) => listWebhookDeliveries(tx, ctx.identity.organizationId, input)),
    ),

  sendAgain: may('keys.manage')
    .input(webhookIdSchema)
    .output(webhookIdSchema)
    .mutation(({ ctx, input }) => sendWebhookAgain(ctx.deps, { ...by(ctx.identity), ...input })),
})
