import { z } from 'zod'
import { listSavedViews } from '../db/saved-views.ts'
import { savedViewKeySchema, savedViewSchema } from '../domain/saved-view.schema.ts'
import { deleteView, saveView, viewOwner } from '../services/change-saved-views.ts'
import { inSight } from './in-sight.ts'
import { may, router } from './init.ts'

/** The views of whoever asks; those of others are out of reach. */
export const savedViewsRouter = router({
  list: may('account.own')
    .output(z.array(savedViewSchema))
    .query(({ ctx }) => inSight(ctx, (tx) => listSavedViews(tx, viewOwner(ctx.identity)))),

  save: may('account.own')
    .input(savedViewSchema)
    .output(savedViewKeySchema)
    .mutation(async ({ ctx, input }) => {
      await saveView(ctx.deps, viewOwner(ctx.identity), input)
      return { tab: input.tab, name: input.name }
    }),

  delete: may('account.own')
    .input(savedViewKeySchema)
    .output(savedViewKeySchema)
    .mutation(async ({ ctx, input }) => {
      await deleteView(ctx.deps, viewOwner(ctx.identity), input)
      return input
    }),
})
