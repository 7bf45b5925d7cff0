import { randomUUID } from 'node:crypto'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import fastify, { type FastifyBaseLogger, LogController } from 'fastify'
import { findEnded } from './auth/find-ended.ts'
import type { Identify } from './auth/identify.ts'
import { readIdentityChanges } from './db/read-identity-changes.ts'
import type { Deps } from './deps.ts'
import type { FeedMeter } from './feed/feed-meter.ts'
import { addJsonParser } from './http/body-parsers.ts'
import { refuseWrite } from './http/cross-site-guard.ts'
import { addDocumentation } from './http/documentation.ts'
import type { Edge } from './http/edge-context.ts'
import { addExportRoutes } from './http/export-routes.ts'
import { answerError, setErrorAnswers } from './http/failures.ts'
import { addHealthRoutes } from './http/health-routes.ts'
import { guardLargeBodies } from './http/large-bodies.ts'
import { createMetrics } from './http/metrics.ts'
import { addRecordings } from './http/recordings.ts'
import { addRestRoutes } from './http/rest-routes.ts'
import { headersOfUnread, securityHeaders } from './http/security-headers.ts'
import { addStaticClient, readBuiltPage } from './http/static-client.ts'
import { addTrpcRoutes } from './http/trpc-routes.ts'
import { attachWebSocket, type WebSocketEdge } from './http/websocket.ts'
import { webhookPrefix } from './telephony/twilio/twilio-account.ts'
import type { TwilioProvider } from './telephony/twilio/twilio-provider.ts'
import { appRouter } from './trpc/router.ts'

export type AppOptions = {
  /** Whose request it is. */
  identify: Identify
  /** Addresses or ranges of proxies whose `X-Forwarded-*` headers are believed. */
  trustedProxies?: readonly string[]
  /** Absolute folder in which `dist/client` lies. */
  projectRoot: string
  /** Where people reach the server, when that is not the address it listens on. */
  publicUrl: string | null
  /** Who calls back at `/webhooks/twilio`, where real calls are placed. */
  twilio?: TwilioProvider | null
  /** How many times faster than life the simulator runs; null for a real provider. */
  providerSpeed: number | null
  /** Hears that somebody changed a call here, so that a due one need not wait for the next look. */
  onCallsChanged?: () => void
  /** Of the feed in `deps`; its figures stand in the metrics. */
  feedMeter?: FeedMeter
  /** For one address, over all that it writes. */
  writesPerMinute?: number
  /** How long an open request may hold up the end. */
  drainMs?: number
}

const bodyLimit = 1024 * 1024
/** A provider's callbacks bear its signature, and come as fast as calls go. */
const isSignedElsewhere = (url: string) => url.startsWith(webhookPrefix)
const reads = new Set(['GET', 'HEAD', 'OPTIONS'])

/** The whole of HTTP and WebSocket, wired but not listening; `server` takes injected requests. */
export async function createApp(deps: Deps, options: AppOptions) {
  const { identify, projectRoot, publicUrl, providerSpeed } = options
  const publicOrigin = publicUrl === null ? null : new URL(publicUrl).origin
  const edge: Edge = {
    deps: withCallsChanged(deps, options.onCallsChanged),
    identify,
    providerSpeed,
    publicOrigin,
  }
  const loggerInstance: FastifyBaseLogger = deps.log
  const server = fastify({
    loggerInstance,
    genReqId: () => randomUUID(),
    // One line per request, below, without the search texts and numbers that addresses carry.
    logController: new LogController({
      disableRequestLogging: true,
      requestIdLogLabel: 'requestId',
    }),
    bodyLimit,
    // Anybody can write these headers, so none is believed but those of proxies that were named.
    trustProxy: options.trustedProxies?.length ? [...options.trustedProxies] : false,
    routerOptions: { maxParamLength: 2000 },
    frameworkErrors(error, request, reply) {
      reply.headers({ ...headersOfUnread, 'x-request-id': request.id })
      answerError(request, reply, { status: error.statusCode ?? 400, message: error.message })
    },
  })
  let sockets: WebSocketEdge | null = null
  let isDraining = false
  const routes = new Set<string>()
  server.addHook('onRoute', ({ url }) => {
    routes.add(url)
  })

  setErrorAnswers(server)
  addJsonParser(server)
  const page = await readBuiltPage(projectRoot)
  await server.register(helmet, securityHeaders(publicOrigin, page))
  await server.register(rateLimit, {
    max: options.writesPerMinute ?? 1200,
    timeWindow: 60_000,
    allowList: (request) => reads.has(request.method) || isSignedElsewhere(request.url),
  })
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    if (reads.has(request.method) || isSignedElsewhere(request.url)) return
    const refusal = refuseWrite(request.headers, { publicOrigin })
    if (refusal === null) return
    answerError(request, reply, refusal)
    return reply
  })
  guardLargeBodies(server, edge, isSignedElsewhere)
  server.addHook('onResponse', async ({ method, url, log }, reply) => {
    const durationMs = Math.round(reply.elapsedTime)
    log.info({ method, path: url.split('?')[0], status: reply.statusCode, durationMs }, 'answered')
  })
  const metrics = createMetrics(server, edge, {
    sockets: () => sockets,
    feedMeter: options.feedMeter,
  })
  addHealthRoutes(server, edge, { isDraining: () => isDraining, metrics })
  addTrpcRoutes(server, edge)
  addRestRoutes(server, edge)
  addExportRoutes(server, edge)
  addDocumentation(server, edge)
  addRecordings(server, edge)
  if (options.twilio) {
    const { addTwilioWebhooks } = await import('./http/twilio-webhooks.ts')
    addTwilioWebhooks(server, { twilio: options.twilio, deps })
  }
  await addStaticClient(server, { projectRoot, isBuilt: page !== null })
  await server.ready()

  return {
    server,
    /** The pattern of every address that is answered. */
    routes: [...routes],
    /** Answers the address by which a person on this machine reaches it. */
    async listen(target: { port: number; host: string }): Promise<string> {
      sockets = attachWebSocket({
        server: server.server,
        router: appRouter,
        identify,
        identities: {
          findEnded: (identities) => findEnded(deps.accounts.db, identities),
          readChanges: (withinMs) => readIdentityChanges(deps.accounts.db, withinMs),
        },
        contextFor: (identity) => ({
          deps: edge.deps,
          identity,
          providerSpeed,
          requestId: randomUUID(),
          isSocket: true,
        }),
        publicOrigin,
        log: deps.log,
      })
      const address = new URL(await server.listen(target))
      if (['127.0.0.1', '0.0.0.0', '[::1]', '[::]'].includes(address.hostname)) {
        address.hostname = 'localhost'
      }
      return address.origin
    },
    /** Tells pages to connect again, lets open requests end within `drainMs`, and stops listening. */
    async close(): Promise<void> {
      isDraining = true
      await sockets?.drain()
      const late = setTimeout(() => server.server.closeAllConnections(), options.drainMs ?? 3000)
      await server.close().finally(() => clearTimeout(late))
    },
  }
}

function withCallsChanged(deps: Deps, onCallsChanged: AppOptions['onCallsChanged']): Deps {
  if (onCallsChanged === undefined) return deps
  const announce = (organizationId: string) => {
    deps.feed.announce(organizationId)
    onCallsChanged()
  }
  return { ...deps, feed: { ...deps.feed, announce } }
}
