import { TRPCError } from '@trpc/server'
import { getHTTPStatusCodeFromError } from '@trpc/server/http'
import { type TRPC_ERROR_CODE_KEY, TRPC_ERROR_CODES_BY_KEY } from '@trpc/server/rpc'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { DomainError, type InputIssue, TooOftenError } from '../domain/errors.ts'
import { toTrpcError } from '../trpc/errors.ts'

/** How an error looks over REST. */
export type RestError = { code: TRPC_ERROR_CODE_KEY; message: string; issues?: InputIssue[] }

const codeOfStatus: Record<number, TRPC_ERROR_CODE_KEY> = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_SUPPORTED',
  408: 'TIMEOUT',
  412: 'PRECONDITION_FAILED',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  416: 'BAD_REQUEST',
  429: 'TOO_MANY_REQUESTS',
  503: 'SERVICE_UNAVAILABLE',
}

const words: Record<string, string> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'Send the body as application/json.',
  FST_ERR_CTP_BODY_TOO_LARGE: 'The body is too large.',
  FST_ERR_CTP_INVALID_JSON_BODY: 'The body is not valid JSON.',
}

const withRangeSchema = z.object({ headers: z.object({ 'Content-Range': z.string() }) })

/** Answers in the form that the caller's protocol knows: tRPC's envelope, else a REST error. */
export function answerError(
  request: FastifyRequest,
  reply: FastifyReply,
  failure: { status: number; message: string },
): void {
  const { status, message } = failure
  const code = codeOfStatus[status] ?? (status < 500 ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR')
  reply.code(status).type('application/json').header('cache-control', 'no-store')
  if (!request.url.startsWith('/trpc')) {
    reply.send({ code, message } satisfies RestError)
    return
  }
  const data = { code, httpStatus: status, issues: [], requestId: request.id }
  reply.send({ error: { message, code: TRPC_ERROR_CODES_BY_KEY[code], data } })
}

/** What a program reads of an error without its words: how to come in, and how long to wait. */
export function addHintHeaders(reply: FastifyReply, error: unknown): void {
  const cause = error instanceof TRPCError ? (error.cause ?? error) : error
  if (cause instanceof TooOftenError) reply.header('retry-after', cause.retryAfterSec)
  if (reply.statusCode === 401) reply.header('www-authenticate', 'Bearer')
}

/** What no route handles itself: unreadable bodies, limits, and failures that nobody foresaw. */
export function setErrorAnswers(server: FastifyInstance): void {
  server.setErrorHandler((error: FastifyError | DomainError, request, reply) => {
    if (error instanceof DomainError) {
      const status = getHTTPStatusCodeFromError(toTrpcError(error))
      addHintHeaders(reply.code(status), error)
      return answerError(request, reply, { status, message: error.message })
    }
    const status = error.statusCode ?? 500
    if (status < 500) {
      const message = words[error.code] ?? error.message
      // How long a recording is, for a range beyond its end.
      const range = withRangeSchema.safeParse(error)
      if (range.success) reply.headers(range.data.headers)
      return answerError(request, reply, { status, message })
    }
    request.log.error({ err: error }, 'A request failed')
    answerError(request, reply, { status: 500, message: 'Something went wrong on our side.' })
  })
}
