import { tracked } from '@trpc/server'
import { z } from 'zod'
import { cursorSchema } from '../domain/feed.schema.ts'
import { procedure } from './init.ts'

/**
 * Every change of the organization's calls after a cursor. Each message is tracked, the hello too:
 * a single untracked one would make the client forget its place.
 */
export const callsLive = procedure
  .input(
    z.object({
      after: cursorSchema.nullable(),
      /** What the client sends when it reconnects; newer than `after`. */
      lastEventId: cursorSchema.nullish(),
    }),
  )
  .subscription(async function* ({ ctx, input, signal }) {
    const subscription = ctx.deps.feed.subscribe({
      organizationId: ctx.identity.organizationId,
      after: input.lastEventId ?? input.after,
      signal: signal ?? new AbortController().signal,
    })
    for await (const { cursor, message } of subscription) yield tracked(cursor, message)
  })
