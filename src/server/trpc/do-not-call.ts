import { listDoNotCall } from '../db/list-do-not-call.ts'
import {
  doNotCallAddedSchema,
  doNotCallAddSchema,
  doNotCallEntrySchema,
  doNotCallListInputSchema,
  doNotCallPageSchema,
  doNotCallRemoveSchema,
} from '../domain/do-not-call.schema.ts'
import { addToDoNotCall, removeFromDoNotCall } from '../services/change-do-not-call.ts'
import { procedure, router } from './init.ts'

export const doNotCallRouter = router({
  list: procedure
    .input(doNotCallListInputSchema)
    .output(doNotCallPageSchema)
    .query(({ ctx, input }) => listDoNotCall(ctx.deps.db, ctx.identity.organizationId, input)),

  /** A number that is on the list already keeps its entry. */
  add: procedure
    .input(doNotCallAddSchema)
    .output(doNotCallAddedSchema)
    .mutation(({ ctx, input }) => addToDoNotCall(ctx.deps, { ...ctx.identity, ...input })),

  remove: procedure
    .input(doNotCallRemoveSchema)
    .output(doNotCallEntrySchema)
    .mutation(({ ctx, input }) => removeFromDoNotCall(ctx.deps, { ...ctx.identity, ...input })),
})
