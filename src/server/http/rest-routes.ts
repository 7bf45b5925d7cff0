import { TRPCError } from '@trpc/server'
import { getHTTPStatusCodeFromError } from '@trpc/server/http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { bearerOf } from '../auth/identify.ts'
import { issuesOf, publicMessage, toTrpcError } from '../trpc/errors.ts'
import { addCsvParser } from './body-parsers.ts'
import { csvExports } from './csv-exports.ts'
import { contextOf, type Edge } from './edge-context.ts'
import { addHintHeaders, answerError, type RestError } from './failures.ts'
import { decodeCsv, findUnreadQuery, readBody, readQuery, readRecord } from './rest-input.ts'
import { outsideName } from './rest-names.ts'
import { listRestProcedures, type RestProcedure } from './rest-procedures.ts'
import { importBodyLimit } from './trpc-routes.ts'

/** Where the REST table starts. */
export const restPrefix = '/api/v1'

/**
 * The REST table, on the same procedures as tRPC. trpc-to-openapi describes it; its own adapter is
 * not used, because it makes the procedures' schemas coerce, and knows neither `Link` nor CSV.
 */
export function addRestRoutes(server: FastifyInstance, edge: Edge): void {
  server.register(async (scope) => {
    addCsvParser(scope)
    for (const procedure of listRestProcedures()) {
      const isImport = procedure.path.endsWith('/import')
      scope.route({
        method: procedure.method,
        url: restPrefix + routeOf(procedure.path),
        ...(isImport
          ? { bodyLimit: importBodyLimit, config: { right: 'visits.write' as const } }
          : {}),
        handler: (request, reply) => answer(procedure, { request, reply, edge, isImport }),
      })
    }
    addWrongMethods(scope)
  })
}

/** Says at an address that there is what it can be asked with. */
function addWrongMethods(scope: FastifyInstance): void {
  const files = csvExports.map(({ path }) => ({ method: 'GET', path }))
  const rows = [...listRestProcedures(), ...files]
  for (const url of new Set(rows.map(({ path }) => routeOf(path)))) {
    const known: string[] = rows
      .filter(({ path }) => routeOf(path) === url)
      .map(({ method }) => method)
    scope.route({
      method: ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'].filter((each) => !known.includes(each)),
      url: restPrefix + url,
      handler: async (request, reply) => {
        reply.header('allow', known.join(', '))
        const message = `This address knows ${known.join(' and ')}, not ${request.method}.`
        answerError(request, reply, { status: 405, message })
        return reply
      },
    })
  }
}

/** `/calls/{id}` is `/calls/:callId` to the router and to callers. */
const routeOf = (path: string) =>
  path.replace(/\{(\w+)\}/g, (_, field: string) => `:${outsideName(path, field)}`)

type Exchange = { request: FastifyRequest; reply: FastifyReply; edge: Edge; isImport: boolean }

async function answer(procedure: RestProcedure, exchange: Exchange): Promise<unknown> {
  const { request, reply, edge } = exchange
  reply.header('cache-control', 'no-store')
  const leaving = new AbortController()
  // The request itself is over once its body is read; only the answer notices that nobody waits.
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) leaving.abort()
  })
  try {
    const context = await contextOf(edge, request, reply)
    context.reportNextCursor = (cursor) => {
      if (cursor !== null) reply.header('link', nextLink(request, edge, cursor))
    }
    // Whoever is nobody is told that first, by the procedure.
    const input = context.identity === null ? {} : inputOf(procedure, exchange)
    return await procedure.call(context, input, leaving.signal)
  } catch (error) {
    return toRestAnswer(reply, error, procedure.path)
  }
}

/** Sets the status that an error deserves and answers its words; `path` is the route's own. */
export function toRestAnswer(reply: FastifyReply, error: unknown, path: string): RestError {
  const trpcError = toTrpcError(error)
  addHintHeaders(reply.code(getHTTPStatusCodeFromError(trpcError)), trpcError)
  const answer = toRestError(trpcError, path)
  const isNobody = answer.code === 'UNAUTHORIZED' && bearerOf(reply.request.headers) === undefined
  return isNobody ? { ...answer, message: comeIn } : answer
}

const comeIn = 'Send a key as `Authorization: Bearer rb_…`, or sign in first.'

/** What reads the query: nothing where the fields come in a body. */
function querySchemaOf({ method, inputSchema }: RestProcedure, { request, isImport }: Exchange) {
  const isRead = method === 'GET' || method === 'DELETE' || (isImport && isFile(request.body))
  return isRead ? inputSchema : null
}

const isFile = (body: unknown): body is Buffer => Buffer.isBuffer(body)

/** What the request gives to the procedure; throws for what nothing would read. */
function inputOf(procedure: RestProcedure, exchange: Exchange): Record<string, unknown> {
  const { method, path, inputSchema } = procedure
  const { request, isImport } = exchange
  const query = readRecord(request.query)
  const unread = findUnreadQuery(query, querySchemaOf(procedure, exchange))
  if (unread !== null) throw unread
  const { body } = request
  if (isImport && isFile(body)) {
    const content = decodeCsv(body, request.headers['content-type'])
    return { fileName: 'import.csv', ...query, content }
  }
  if (isFile(body)) {
    const message = 'Send the body as application/json.'
    throw new TRPCError({ code: 'UNSUPPORTED_MEDIA_TYPE', message })
  }
  const sent =
    method === 'GET' || method === 'DELETE' ? readQuery(query, inputSchema) : readBody(body)
  if (sent === null) {
    throw new TRPCError({ code: 'BAD_REQUEST', message: 'Send the body as a JSON object.' })
  }
  const params = readRecord(request.params)
  for (const [, field] of path.matchAll(/\{(\w+)\}/g)) {
    if (field !== undefined) sent[field] = params[outsideName(path, field)]
  }
  return sent
}

function nextLink(request: FastifyRequest, edge: Edge, cursor: string): string {
  const base = edge.publicOrigin ?? `${request.protocol}://${request.host}`
  const url = new URL(request.url, base)
  url.searchParams.set('cursor', cursor)
  return `<${url.href}>; rel="next"`
}

function toRestError(error: TRPCError, path: string): RestError {
  const issues = issuesOf(error).map((issue) => ({ ...issue, path: outsideName(path, issue.path) }))
  const [first] = issues
  const isOfInput = error.code === 'BAD_REQUEST' && first !== undefined && first.path !== ''
  const message = isOfInput ? `${first.path}: ${first.message}` : publicMessage(error)
  return { code: error.code, message, ...(issues.length > 0 ? { issues } : {}) }
}
