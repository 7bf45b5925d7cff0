import {
  callScriptOwnerSchema,
  callScriptSaveSchema,
  savedCallScriptSchema,
} from '../domain/call-script-version.schema.ts'
import { readCallScript } from '../services/load-call-script.ts'
import { saveCallScript } from '../services/save-call-script.ts'
import { inSight } from './in-sight.ts'
import { may, router } from './init.ts'

/** The preview needs no procedure: the page runs the same conversation itself. */
export const callScriptRouter = router({
  get: may('schedule.read')
    .input(callScriptOwnerSchema)
    .output(savedCallScriptSchema)
    .query(({ ctx, input }) => {
      const { organizationId } = ctx.identity
      return inSight(ctx, (tx) => readCallScript(tx, { ...input, organizationId }))
    }),

  save: may('schedule.change')
    .input(callScriptSaveSchema)
    .output(savedCallScriptSchema)
    .mutation(({ ctx, input }) => {
      const { organizationId, actor } = ctx.identity
      return saveCallScript(ctx.deps, { organizationId, actor, ...input })
    }),
})
