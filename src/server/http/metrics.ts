import type { FastifyInstance } from 'fastify'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { readServerState } from '../db/read-server-state.ts'
import type { FeedMeter } from '../feed/feed-meter.ts'
import type { Edge } from './edge-context.ts'
import type { WebSocketEdge } from './websocket.ts'

/** The figures of one server; what the database knows is read when somebody asks. */
export function createMetrics(
  server: FastifyInstance,
  { deps }: Edge,
  { sockets, feedMeter }: { sockets: () => WebSocketEdge | null; feedMeter?: FeedMeter },
): Registry {
  const register = new Registry()
  const registers = [register]
  collectDefaultMetrics({ register })

  const requests = new Histogram({
    name: 'ringback_http_request_seconds',
    help: 'Time from a request to its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers,
  })
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    const labels = { method: request.method, route, status: String(reply.statusCode) }
    requests.observe(labels, reply.elapsedTime / 1000)
  })

  new Gauge({
    name: 'ringback_live_sockets',
    help: 'Pages that watch the feed.',
    registers,
    collect() {
      this.set(sockets()?.connectionCount() ?? 0)
    },
  })
  new Counter({
    name: 'ringback_cut_sockets_total',
    help: 'Sockets that were cut off because their clients did not read.',
    registers,
    collect() {
      this.reset()
      this.inc(sockets()?.cutCount() ?? 0)
    },
  })
  const changes = new Counter({
    name: 'ringback_call_changes_total',
    help: 'Changes of calls that the feeds have numbered.',
    registers,
  })
  new Gauge({
    name: 'ringback_calls',
    help: 'Calls per tab, and those on the line.',
    labelNames: ['state'],
    registers,
    async collect() {
      const state = await readServerState(deps.systemDb).catch(() => null)
      if (state === null) return this.reset()
      for (const [name, count] of Object.entries(state.calls)) this.set({ state: name }, count)
      changes.reset()
      changes.inc(state.changes)
    },
  })
  return feedMeter ? Registry.merge([register, feedMeter.register]) : register
}
