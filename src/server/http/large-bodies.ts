import { Transform } from 'node:stream'
import { TRPCError } from '@trpc/server'
import { getHTTPStatusCodeFromError } from '@trpc/server/http'
import { errorCodes, type FastifyInstance, type FastifyRequest } from 'fastify'
import type { Right } from '../domain/rights.ts'
import { publicMessage, toTrpcError } from '../trpc/errors.ts'
import { requireRight } from '../trpc/require-right.ts'
import type { Edge } from './edge-context.ts'
import { addHintHeaders, answerError } from './failures.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a large body is read for here; without it, for everybody who is known. */
    right?: Right
  }
}

/** What is read of anybody. */
const freeBytes = 64 * 1024

/**
 * Asks whose a large body is before it is read: to parse megabytes keeps the whole server busy. The
 * route asks once more, because a body can be long in coming.
 */
export function guardLargeBodies(
  server: FastifyInstance,
  { identify }: Edge,
  isSignedElsewhere: (url: string) => boolean,
): void {
  server.addHook('preParsing', async (request, reply, body) => {
    const size = sizeOf(request)
    // An address that nobody answers reads bodies too, whatever it looks like.
    const isExempt = isSignedElsewhere(request.url) && !request.is404
    if (size <= freeBytes || isExempt) return body
    try {
      const identity = await identify(request.headers)
      // A proxy may pass on in pieces what is small.
      if (identity === null && size === Number.POSITIVE_INFINITY) {
        const part = atMostFree()
        body.once('error', (error) => part.destroy(error))
        return body.pipe(part)
      }
      if (identity === null) throw new TRPCError({ code: 'UNAUTHORIZED', message: firstSignIn })
      const { right } = request.routeOptions.config
      if (right !== undefined) requireRight(identity, right)
      return body
    } catch (error) {
      const refusal = toTrpcError(error)
      const status = getHTTPStatusCodeFromError(refusal)
      addHintHeaders(reply.code(status), refusal)
      answerError(request, reply, { status, message: publicMessage(refusal) })
      return reply
    }
  })
}

const firstSignIn = 'Sign in, or send a key, before sending more than 64 KB.'

/** How long the body says that it is; what comes in pieces may have any length. */
const sizeOf = ({ headers }: FastifyRequest): number =>
  headers['transfer-encoding'] === undefined
    ? Number(headers['content-length'] ?? 0)
    : Number.POSITIVE_INFINITY

function atMostFree(): Transform {
  let passedBytes = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      passedBytes += chunk.length
      if (passedBytes <= freeBytes) done(null, chunk)
      else done(new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE())
    },
  })
}
