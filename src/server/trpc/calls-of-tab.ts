import { z } from 'zod'
import { listCalls } from '../db/list-calls.ts'
import { callSchema } from '../domain/call.schema.ts'
import {
  callFilterSchema,
  callListInputSchema,
  callSortSchema,
} from '../domain/call-filter.schema.ts'
import type { CallTab } from '../domain/call-status.ts'
import { inSight } from './in-sight.ts'
import { may } from './init.ts'
import { restList } from './rest-meta.ts'

const { limit, cursor } = callListInputSchema.shape

/** Filters, order and page as the flat query parameters of a URL. */
const inputSchema = z.strictObject({
  ...callFilterSchema.shape,
  sort: callSortSchema.shape.key.optional().describe("Absent: the tab's own order."),
  direction: callSortSchema.shape.direction.optional().describe('Of `sort`; `asc` if absent.'),
  limit,
  cursor: cursor.unwrap().unwrap().optional(),
})

const summaries: Record<CallTab, string> = {
  ready: 'List calls that are ready or on the line, the live ones first',
  missed: 'List calls that were missed, failed, or are in doubt, the newest first',
  completed: 'List completed calls, the newest first',
}

/** A tab as a bare array; the next page is told to `reportNextCursor`. */
export const callsOfTab = (tab: CallTab) =>
  may('calls.read')
    .meta(restList(`/calls/${tab}`, summaries[tab]))
    .input(inputSchema)
    .output(z.array(callSchema))
    .query(async ({ ctx, input }) => {
      const { sort, direction, limit, cursor, ...filter } = input
      const order = sort && { key: sort, direction: direction ?? 'asc' }
      const page = await inSight(ctx, (tx) =>
        listCalls(tx, ctx.identity.organizationId, { tab, filter, limit, cursor, sort: order }),
      )
      ctx.reportNextCursor?.(page.nextCursor)
      return page.calls
    })
