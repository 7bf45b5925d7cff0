import type { Identity } from '../auth/identity.ts'
import { toIso } from '../db/instants.ts'
import { listCallFacets } from '../db/list-call-facets.ts'
import { listCalls } from '../db/list-calls.ts'
import { readCallDetail } from '../db/read-call-detail.ts'
import { readCallHistory } from '../db/read-call-history.ts'
import type { Deps } from '../deps.ts'
import { callDetailSchema, callSchema } from '../domain/call.schema.ts'
import {
  bulkAnswerSchema,
  callFacetsSchema,
  callPageSchema,
  whyNotNowSchema,
  wishCheckSchema,
} from '../domain/call-answers.schema.ts'
import {
  bulkChangeSchema,
  bulkUndoSchema,
  callCreateSchema,
  callIdSchema,
  callJudgeSchema,
  callRescheduleSchema,
  callUpdateSchema,
  callWishSchema,
} from '../domain/call-changes.schema.ts'
import { callListInputSchema } from '../domain/call-filter.schema.ts'
import { callHistoryInputSchema, callHistorySchema } from '../domain/call-history.schema.ts'
import { DomainError } from '../domain/errors.ts'
import type { Gate } from '../domain/gate.ts'
import { cancelCall } from '../services/cancel-call.ts'
import { changeManyCalls, undoManyCalls } from '../services/change-many-calls.ts'
import { checkWish } from '../services/check-wish.ts'
import { createCall } from '../services/create-call.ts'
import { deleteCall } from '../services/delete-call.ts'
import { judgeCall } from '../services/judge-call.ts'
import { placeCallNow } from '../services/place-call-now.ts'
import { rescheduleCall } from '../services/reschedule-call.ts'
import { retryCall } from '../services/retry-call.ts'
import { updateCall } from '../services/update-call.ts'
import { whyNotNow } from '../services/why-not-now.ts'
import { zonesOfCustomer } from '../services/zones-of-customer.ts'
import { callsLive } from './calls-live.ts'
import { callsOfTab } from './calls-of-tab.ts'
import { inSight } from './in-sight.ts'
import { may, router } from './init.ts'
import { rest } from './rest-meta.ts'

export const callsRouter = router({
  list: may('calls.read')
    .input(callListInputSchema)
    .output(callPageSchema)
    .query(({ ctx, input }) =>
      inSight(ctx, (tx) => listCalls(tx, ctx.identity.organizationId, input)),
    ),

  ready: callsOfTab('ready'),
  missed: callsOfTab('missed'),
  completed: callsOfTab('completed'),

  byId: may('calls.read')
    .meta(rest('GET', '/calls/{id}', 'Read a call with its attempts, transcript and recording'))
    .input(callIdSchema)
    .output(callDetailSchema)
    .query(async ({ ctx, input }) => {
      const call = await inSight(ctx, (tx) => readCallDetail(tx, target(ctx, input)), true)
      if (call === null) throw new DomainError('not_found', 'There is no call with this id.')
      const { customerTimeZone, phoneNumber: customerPhone } = call
      const zones = await zonesOfCustomer(ctx.deps, { customerTimeZone, customerPhone })
      return { ...call, customerZones: [...zones] }
    }),

  history: may('calls.read')
    .meta(
      rest(
        'GET',
        '/calls/{id}/history',
        "Read the customer's other visits, and who brought the call in and changed it",
      ),
    )
    .input(callHistoryInputSchema)
    .output(callHistorySchema)
    .query(async ({ ctx, input }) => {
      const asked = { ...target(ctx, input), cursor: input.cursor ?? null }
      const history = await inSight(ctx, (tx) => readCallHistory(tx, asked), true)
      if (history === null) throw new DomainError('not_found', 'There is no call with this id.')
      return history
    }),

  whyNotNow: may('calls.read')
    .input(callIdSchema)
    .output(whyNotNowSchema)
    .query(async ({ ctx, input }) => {
      const { sight } = ctx.identity
      const answer = await whyNotNow(ctx.deps, { ...target(ctx, input), sight })
      const { nextEligibleAt, releasedBy, waitsForLineFrom } = answer
      return {
        eligible: answer.eligible,
        gates: answer.gates.map(toWire),
        nextEligibleAt: nextEligibleAt && toIso(nextEligibleAt),
        releasedBy: releasedBy && toIso(releasedBy),
        waitsForLineFrom: waitsForLineFrom && toIso(waitsForLineFrom),
        evaluatedAt: toIso(answer.evaluatedAt),
      }
    }),

  /** What rescheduling to an instant would do, asked before it is done. */
  checkWish: may('calls.work')
    .input(callWishSchema)
    .output(wishCheckSchema)
    .query(async ({ ctx, input }) => {
      const { sight } = ctx.identity
      const found = await checkWish(ctx.deps, { ...target(ctx, input), sight, dueAt: input.dueAt })
      return {
        ...found,
        customerZones: [...found.customerZones],
        movesTo: found.movesTo && toIso(found.movesTo),
        closed: found.closed.map(toWire),
      }
    }),

  facets: may('calls.read')
    .output(callFacetsSchema)
    .query(({ ctx }) => inSight(ctx, (tx) => listCallFacets(tx, ctx.identity))),

  create: may('calls.work')
    .meta(
      rest('POST', '/calls', 'Create a call about a service record', {
        404: 'There is no service record with this id.',
      }),
    )
    .input(callCreateSchema)
    .output(callSchema)
    .mutation(({ ctx, input }) => createCall(ctx.deps, ctx.identity, input)),

  update: may('calls.work')
    .meta(rest('PUT', '/calls/{id}', 'Change notes, tags, scores and words of a call'))
    .input(callUpdateSchema)
    .output(callSchema)
    .mutation(({ ctx, input: { id, ...wanted } }) =>
      updateCall(ctx.deps, target(ctx, { id }), wanted),
    ),

  delete: may('calls.delete')
    .meta(rest('DELETE', '/calls/{id}', 'Delete a call that is not on the line'))
    .input(callIdSchema)
    .output(callIdSchema)
    .mutation(async ({ ctx, input }) => {
      await deleteCall(ctx.deps, target(ctx, input))
      return { id: input.id }
    }),

  placeNow: may('calls.work')
    .input(callIdSchema)
    .output(callSchema)
    .mutation(({ ctx, input }) => placeCallNow(ctx.deps, target(ctx, input))),

  retry: may('calls.work')
    .input(callIdSchema)
    .output(callSchema)
    .mutation(({ ctx, input }) => retryCall(ctx.deps, target(ctx, input))),

  reschedule: may('calls.work')
    .input(callRescheduleSchema)
    .output(callSchema)
    .mutation(({ ctx, input }) =>
      rescheduleCall(ctx.deps, {
        ...target(ctx, input),
        dueAt: input.dueAt,
        outsideWindows: input.outsideWindows,
        mayOverride: ctx.identity.rights.has('calls.override'),
      }),
    ),

  cancel: may('calls.work')
    .input(callIdSchema)
    .output(callSchema)
    .mutation(({ ctx, input }) => cancelCall(ctx.deps, target(ctx, input))),

  judge: may('calls.work')
    .input(callJudgeSchema)
    .output(callSchema)
    .mutation(({ ctx, input }) =>
      judgeCall(ctx.deps, { ...target(ctx, input), verdict: input.verdict }),
    ),

  changeMany: may('calls.work')
    .input(bulkChangeSchema)
    .output(bulkAnswerSchema)
    .mutation(async ({ ctx, input }) => ({
      results: await changeManyCalls(ctx.deps, ctx.identity, input),
    })),

  undoMany: may('calls.work')
    .input(bulkUndoSchema)
    .output(bulkAnswerSchema)
    .mutation(async ({ ctx, input }) => ({
      results: await undoManyCalls(ctx.deps, ctx.identity, input),
    })),

  live: callsLive,
})

const toWire = (gate: Gate) => ({ ...gate, until: gate.until ? toIso(gate.until) : null })

type Known = { deps: Deps; identity: Identity }

const target = ({ identity }: Known, { id }: { id: string }) => ({
  organizationId: identity.organizationId,
  actor: identity.actor,
  callId: id,
})
