import { z } from 'zod'
import { readCampaigns } from '../db/read-campaigns.ts'
import {
  campaignAddedSchema,
  campaignAddSchema,
  campaignCreateSchema,
  campaignIdSchema,
  campaignPauseSchema,
  campaignSchema,
  campaignUpdateSchema,
} from '../domain/campaign.schema.ts'
import { DomainError } from '../domain/errors.ts'
import { addToCampaign } from '../services/add-to-campaign.ts'
import { deleteCampaign } from '../services/delete-campaign.ts'
import { createCampaign, updateCampaign } from '../services/save-campaign.ts'
import { procedure, router } from './init.ts'

export const campaignsRouter = router({
  list: procedure.output(z.array(campaignSchema)).query(({ ctx }) =>
    readCampaigns(ctx.deps.db, {
      organizationId: ctx.identity.organizationId,
      now: ctx.deps.clock.now(),
    }),
  ),

  byId: procedure
    .input(campaignIdSchema)
    .output(campaignSchema)
    .query(async ({ ctx, input }) => {
      const { organizationId } = ctx.identity
      const now = ctx.deps.clock.now()
      const [campaign] = await readCampaigns(ctx.deps.db, { organizationId, id: input.id, now })
      if (campaign) return campaign
      throw new DomainError('not_found', 'There is no campaign with this id.')
    }),

  create: procedure
    .input(campaignCreateSchema)
    .output(campaignSchema)
    .mutation(({ ctx, input }) => createCampaign(ctx.deps, { ...ctx.identity, ...input })),

  update: procedure
    .input(campaignUpdateSchema)
    .output(campaignSchema)
    .mutation(({ ctx, input }) => updateCampaign(ctx.deps, { ...ctx.identity, ...input })),

  /** Pauses a campaign or lets it go on; calls on the line are not touched. */
  pause: procedure
    .input(campaignPauseSchema)
    .output(campaignSchema)
    .mutation(({ ctx, input }) => updateCampaign(ctx.deps, { ...ctx.identity, ...input })),

  addRecords: procedure
    .input(campaignAddSchema)
    .output(campaignAddedSchema)
    .mutation(({ ctx, input }) => {
      const { organizationId } = ctx.identity
      return addToCampaign(ctx.deps, { ...input, organizationId })
    }),

  /** Only one without calls; others are part of their calls' history. */
  delete: procedure
    .input(campaignIdSchema)
    .output(campaignIdSchema)
    .mutation(async ({ ctx, input }) => {
      await deleteCampaign(ctx.deps, { ...input, organizationId: ctx.identity.organizationId })
      return input
    }),
})
