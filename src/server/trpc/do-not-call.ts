import type { Identity } from '../auth/identity.ts'
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
import { inSight } from './in-sight.ts'
import { may, router } from './init.ts'

const by = ({ organizationId, actor }: Identity) => ({ organizationId, actor })

export const doNotCallRouter = router({
  /** Not for everybody who sees calls: a presenter sees no customer's number. */
  list: may('visits.read')
    .input(doNotCallListInputSchema)
    .output(doNotCallPageSchema)
    .query(({ ctx, input }) =>
      inSight(ctx, (tx) => listDoNotCall(tx, ctx.identity.organizationId, input)),
    ),

  /** A number that is on the list already keeps its entry. */
  add: may('calls.work')
    .input(doNotCallAddSchema)
    .output(doNotCallAddedSchema)
    .mutation(({ ctx, input }) => addToDoNotCall(ctx.deps, { ...by(ctx.identity), ...input })),

  remove: may('calls.work')
    .input(doNotCallRemoveSchema)
    .output(doNotCallEntrySchema)
    .mutation(({ ctx, input }) => removeFromDoNotCall(ctx.deps, { ...by(ctx.identity), ...input })),
})
