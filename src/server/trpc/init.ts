import { initTRPC, TRPCError } from '@trpc/server'
import type { OpenApiMeta } from 'trpc-to-openapi'
import type { Right } from '../domain/rights.ts'
import type { Context } from './context.ts'
import { issuesOf, publicMessage, toTrpcError } from './errors.ts'
import { requireRight } from './require-right.ts'
import { findUnstorableText } from './unstorable-text.ts'

/** Beside its door over REST, the right that a procedure asks for, so that tests can list it. */
type Meta = OpenApiMeta & { right?: Right; isOpen?: boolean }

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    errorFormatter({ shape, error, path, ctx }) {
      return {
        code: shape.code,
        message: publicMessage(error),
        data: {
          code: shape.data.code,
          httpStatus: shape.data.httpStatus,
          path,
          issues: issuesOf(error),
          requestId: ctx?.requestId ?? null,
        },
      }
    },
  })

export const router = t.router

/** Errors leave in words, and what nobody foresaw is logged whole. */
const start = t.procedure.use(async ({ ctx, path, type, signal, next }) => {
  if (ctx.isSocket && type !== 'subscription') {
    // The guards and limits of HTTP do not see what goes through a socket.
    const message = 'Send this over HTTP; the socket is for subscriptions.'
    throw new TRPCError({ code: 'METHOD_NOT_SUPPORTED', message })
  }
  const result = await next()
  if (result.ok) return result
  if (signal?.aborted && result.error.cause === signal.reason) {
    // Whoever asked has gone, or called it off: nothing failed, and nobody reads the answer.
    throw new TRPCError({ code: 'CLIENT_CLOSED_REQUEST', cause: result.error.cause })
  }
  const error = toTrpcError(result.error)
  if (error.code === 'INTERNAL_SERVER_ERROR' || error.code === 'SERVICE_UNAVAILABLE') {
    ctx.deps.log.error({ err: error.cause ?? error, requestId: ctx.requestId, path }, 'failed')
  }
  throw error
})

/** Subscriptions that are open at once cost what they cost: one socket has its share of them. */
const shared = start.use(async ({ ctx, signal, next }) => {
  const leave = ctx.takeRoom?.()
  if (leave === undefined) return next()
  // One that is stopped before it begins is never iterated.
  signal?.addEventListener('abort', leave, { once: true })
  const result = await next()
  if (result.ok && isAsyncIterable(result.data)) {
    return { ...result, data: withLeave(result.data, leave) }
  }
  leave()
  return result
})

async function* withLeave(items: AsyncIterable<unknown>, leave: () => void) {
  try {
    yield* items
  } finally {
    leave()
  }
}

const isAsyncIterable = (data: unknown): data is AsyncIterable<unknown> =>
  data instanceof Object && Symbol.asyncIterator in data

/** For whoever reaches the server, signed in or not; each use of it wants a reason. */
export const open = shared.meta({ isOpen: true }).use(storableText())

/** Where a procedure starts: only who has the right gets any further. */
export const may = (right: Right) =>
  shared.meta({ right }).use(withRight(right)).use(storableText())

/** As `may`, for the text of whole files, which is judged cell by cell. */
export const mayUpload = (right: Right) => shared.meta({ right }).use(withRight(right))

function withRight(right: Right) {
  return t.middleware(({ ctx, next }) =>
    next({ ctx: { ...ctx, identity: requireRight(ctx.identity, right) } }),
  )
}

function storableText() {
  return t.middleware(async ({ getRawInput, next }) => {
    const problem = findUnstorableText(await getRawInput())
    if (problem !== null) throw toTrpcError(problem)
    return next()
  })
}
