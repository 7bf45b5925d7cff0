import { toIso } from '../db/instants.ts'
import { insightsAnswerSchema, insightsInputSchema } from '../domain/insights.schema.ts'
import { readInsights } from '../services/read-insights.ts'
import { inSight } from './in-sight.ts'
import { may, router } from './init.ts'
import { rest } from './rest-meta.ts'

export const insightsRouter = router({
  read: may('insights.read')
    .meta(rest('GET', '/insights', 'Read the figures of a period: NPS, reach, praise and blame'))
    .input(insightsInputSchema)
    .output(insightsAnswerSchema)
    .query(async ({ ctx, input }) => {
      const wanted = { organizationId: ctx.identity.organizationId, period: input }
      const insights = await inSight(ctx, (tx) => readInsights(tx, wanted), true)
      return { ...insights, countedAt: toIso(ctx.deps.clock.now()) }
    }),
})
