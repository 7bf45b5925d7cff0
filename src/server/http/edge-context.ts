import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Identify } from '../auth/identify.ts'
import type { Deps } from '../deps.ts'
import type { Context } from '../trpc/context.ts'
import { toTrpcError } from '../trpc/errors.ts'

/** What every route needs to know of the server it stands in. */
export type Edge = {
  deps: Deps
  identify: Identify
  providerSpeed: number | null
  /** Like `https://ringback.example`; null where people come by the address it listens on. */
  publicOrigin: string | null
}

/** Who asks, and how an answer reaches them; throws as tRPC does for a key that is not good. */
export async function contextOf(
  edge: Edge,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Context> {
  const { headers, ip, id } = request
  const identity = await edge.identify(headers).catch((error: unknown) => {
    throw toTrpcError(error)
  })
  return {
    deps: edge.deps,
    identity,
    providerSpeed: edge.providerSpeed,
    requestId: id,
    client: {
      address: ip,
      userAgent: headers['user-agent'] ?? null,
      cookie: headers.cookie ?? null,
    },
    setCookies: (cookies) => reply.header('set-cookie', [...cookies]),
  }
}
