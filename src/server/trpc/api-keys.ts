import { z } from 'zod'
import { listApiKeys } from '../db/list-api-keys.ts'
import {
  apiKeyCreatedSchema,
  apiKeyCreateSchema,
  apiKeyIdSchema,
  apiKeySchema,
} from '../domain/api-key.schema.ts'
import { createApiKey } from '../services/create-api-key.ts'
import { revokeApiKey } from '../services/revoke-api-key.ts'
import { inSight } from './in-sight.ts'
import { may, router } from './init.ts'

export const apiKeysRouter = router({
  list: may('keys.manage')
    .output(z.array(apiKeySchema))
    .query(({ ctx }) => inSight(ctx, (tx) => listApiKeys(tx, ctx.identity.organizationId))),

  create: may('keys.manage')
    .input(apiKeyCreateSchema)
    .output(apiKeyCreatedSchema)
    .mutation(({ ctx, input }) => createApiKey(ctx.deps, ctx.identity, input)),

  revoke: may('keys.manage')
    .input(apiKeyIdSchema)
    .output(apiKeyIdSchema)
    .mutation(async ({ ctx, input }) => {
      const { organizationId, actor } = ctx.identity
      await revokeApiKey(ctx.deps, { organizationId, actor, id: input.id })
      return { id: input.id }
    }),
})
