import { initTRPC } from '@trpc/server'
import type { OpenApiMeta } from 'trpc-to-openapi'
import type { Context } from './context.ts'
import { issuesOf, publicMessage, toTrpcError } from './errors.ts'
import { findUnstorableText } from './unstorable-text.ts'

const t = initTRPC
  .context<Context>()
  .meta<OpenApiMeta>()
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

/** For the text of whole files, which is judged cell by cell; every other one is a `procedure`. */
export const fileProcedure = t.procedure.use(async ({ ctx, path, next }) => {
  const result = await next()
  if (result.ok) return result
  const error = toTrpcError(result.error)
  if (error.code === 'INTERNAL_SERVER_ERROR' || error.code === 'SERVICE_UNAVAILABLE') {
    ctx.deps.log.error({ err: error.cause ?? error, requestId: ctx.requestId, path }, 'failed')
  }
  throw error
})

/** Where a procedure starts: errors leave in words, and what nobody foresaw is logged whole. */
export const procedure = fileProcedure.use(async ({ getRawInput, next }) => {
  const problem = findUnstorableText(await getRawInput())
  if (problem !== null) throw toTrpcError(problem)
  return next()
})
