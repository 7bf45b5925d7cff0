import { fastifyRequestHandler } from '@trpc/server/adapters/fastify'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { appRouter } from '../trpc/router.ts'
import { contextOf, type Edge } from './edge-context.ts'
import { answerError } from './failures.ts'

const maxBatchSize = 10
const subscriptionSchema = z.object({ type: z.literal('subscription') })
const subscriptions = new Set(
  Object.entries(appRouter._def.procedures).flatMap(([name, procedure]) =>
    subscriptionSchema.safeParse(Reflect.get(procedure, '_def')).success ? [name] : [],
  ),
)
/** A file of 10 MB, whose line ends and quotes JSON writes as two bytes. */
export const importBodyLimit = 16 * 1024 * 1024

/** Queries and mutations over HTTP; the subscription has its own socket. */
export function addTrpcRoutes(server: FastifyInstance, edge: Edge): void {
  server.register(async (scope) => {
    // tRPC parses bodies itself, and one by one where they come in batches.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) =>
      done(null, body),
    )
    const handler = async (
      request: FastifyRequest<{ Params: { path: string } }>,
      reply: FastifyReply,
    ) => {
      reply.header('cache-control', 'no-store')
      const { path } = request.params
      if (path.split(',').some((name) => subscriptions.has(name))) {
        // As a stream over HTTP it would go on after a log-out; open sockets are watched for that.
        const message = 'Subscribe over the WebSocket at /trpc.'
        return answerError(request, reply, { status: 405, message })
      }
      await fastifyRequestHandler({
        router: appRouter,
        req: request,
        res: reply,
        path,
        maxBatchSize,
        createContext: () => contextOf(edge, request, reply),
      })
    }
    const method = ['GET', 'POST'] as const
    scope.route({ method: [...method], url: '/trpc/:path', handler })
    scope.route({
      method: [...method],
      // Alone: in a batch with what is open, anybody could send as much.
      url: '/trpc/:path(^serviceRecords\\.import(File)?$)',
      bodyLimit: importBodyLimit,
      config: { right: 'visits.write' },
      handler,
    })
  })
}
