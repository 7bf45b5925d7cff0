import { countSample } from '../db/sample-data.ts'
import {
  sampleLoadedSchema,
  sampleRemovedSchema,
  sampleStateSchema,
} from '../domain/sample-data.schema.ts'
import { loadSampleData } from '../services/load-sample-data.ts'
import { removeSampleData } from '../services/remove-sample-data.ts'
import { demoNameOf } from '../telephony/port.ts'
import { inSight } from './in-sight.ts'
import { may, router } from './init.ts'

/** For who brings visits in: the same people take the invented ones out. */
export const sampleDataRouter = router({
  state: may('visits.write')
    .output(sampleStateSchema)
    .query(async ({ ctx }) => {
      const counts = await inSight(ctx, (tx) => countSample(tx, ctx.identity.organizationId))
      const isEmpty = counts.visits === 0 && !counts.hasOwnVisits
      return { ...counts, canLoad: isEmpty && demoNameOf(ctx.deps.provider) !== null }
    }),

  load: may('visits.write')
    .output(sampleLoadedSchema)
    .mutation(({ ctx }) => loadSampleData(ctx.deps, ctx.identity)),

  remove: may('visits.write')
    .output(sampleRemovedSchema)
    .mutation(({ ctx }) => removeSampleData(ctx.deps, ctx.identity)),
})
