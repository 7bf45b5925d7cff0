import { tracked } from '@trpc/server'
import { z } from 'zod'
import { cursorSchema, type FeedMessage } from '../domain/feed.schema.ts'
import { may } from './init.ts'

const liveInputSchema = z.object({
  /** The `feedCursor` of the list that is to be kept current; null starts at the newest change. */
  after: cursorSchema.nullable(),
  /** What a client adds when it connects again; it knows more than `after`. */
  lastEventId: cursorSchema.optional(),
})

/**
 * The changes of an organization's calls, hello first. Yields tracked messages only: a single one
 * without a cursor makes the client forget its place.
 */
export const callsLive = may('calls.read')
  .input(liveInputSchema)
  .subscription(async function* ({ ctx, input, signal = new AbortController().signal }) {
    const { organizationId, sight } = ctx.identity
    const after = input.lastEventId ?? input.after
    let hello: FeedMessage | null = null
    const directly = () => (hello === null ? null : (ctx.lineBehind?.(hello) ?? null))
    for await (const item of ctx.deps.feed.subscribe({
      organizationId,
      after,
      sight,
      signal,
      directly,
    })) {
      hello ??= item.message
      yield tracked(item.cursor, item.message)
    }
  })
