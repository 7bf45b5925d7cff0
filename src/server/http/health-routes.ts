import type { FastifyInstance } from 'fastify'
import type { Registry } from 'prom-client'
import { isDatabaseAnswering } from '../db/read-server-state.ts'
import type { Edge } from './edge-context.ts'

/** For those who run the server: is it alive, does it take requests, and how is it doing. */
export function addHealthRoutes(
  server: FastifyInstance,
  { deps }: Edge,
  state: { isDraining: () => boolean; metrics: Registry },
): void {
  server.get('/healthz', async () => ({ status: 'ok' }))
  server.get('/readyz', async (_request, reply) => {
    if (state.isDraining()) return reply.code(503).send({ status: 'draining' })
    if (await isDatabaseAnswering(deps.systemDb, 2000)) return { status: 'ready' }
    return reply.code(503).send({ status: 'the database does not answer' })
  })
  server.get('/metrics', async (_request, reply) => {
    reply.header('content-type', state.metrics.contentType)
    return state.metrics.metrics()
  })
}
