import { z } from 'zod'
import type { Identity } from '../auth/identity.ts'
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
import { inSight } from './in-sight.ts'
import { may, router } from './init.ts'

const by = ({ organizationId, actor }: Identity) => ({ organizationId, actor })

export const campaignsRouter = router({
  list: may('schedule.read')
    .output(z.array(campaignSchema))
    .query(({ ctx }) => {
      const { organizationId } = ctx.identity
      return inSight(ctx, (tx) => readCampaigns(tx, { organizationId, now: ctx.deps.clock.now() }))
    }),

  byId: may('schedule.read')
    .input(campaignIdSchema)
    .output(campaignSchema)
    .query(async ({ ctx, input }) => {
      const { organizationId } = ctx.identity
      const now = ctx.deps.clock.now()
      const wanted = { organizationId, id: input.id, now }
      const [campaign] = await inSight(ctx, (tx) => readCampaigns(tx, wanted))
      if (campaign) return campaign
      throw new DomainError('not_found', 'There is no campaign with this id.')
    }),

  create: may('schedule.change')
    .input(campaignCreateSchema)
    .output(campaignSchema)
    .mutation(({ ctx, input }) => createCampaign(ctx.deps, { ...by(ctx.identity), ...input })),

  update: may('schedule.change')
    .input(campaignUpdateSchema)
    .output(campaignSchema)
    .mutation(({ ctx, input }) => updateCampaign(ctx.deps, { ...by(ctx.identity), ...input })),

  /** Pauses a campaign or lets it go on; calls on the line are not touched. */
  pause: may('schedule.change')
    .input(campaignPauseSchema)
    .output(campaignSchema)
    .mutation(({ ctx, input }) => updateCampaign(ctx.deps, { ...by(ctx.identity), ...input })),

  addRecords: may('schedule.change')
    .input(campaignAddSchema)
    .output(campaignAddedSchema)
    .mutation(({ ctx, input }) => addToCampaign(ctx.deps, { ...by(ctx.identity), ...input })),

  /** Only one without calls; others are part of their calls' history. */
  delete: may('schedule.change')
    .input(campaignIdSchema)
    .output(campaignIdSchema)
    .mutation(async ({ ctx, input }) => {
      await deleteCampaign(ctx.deps, { ...by(ctx.identity), ...input })
      return input
    }),
})
