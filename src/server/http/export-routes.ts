import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { inOrganization } from '../db/in-organization.ts'
import { readTimeZone } from '../db/read-organization.ts'
import { isoDateOf, localDayAt } from '../domain/local-time.ts'
import { requireRight } from '../trpc/require-right.ts'
import { findUnstorableText } from '../trpc/unstorable-text.ts'
import type { CsvExport } from './csv-export.ts'
import { csvExports } from './csv-exports.ts'
import { contextOf, type Edge } from './edge-context.ts'
import { readQuery, readRecord } from './rest-input.ts'
import { restPrefix, toRestAnswer } from './rest-routes.ts'

/** Lists as files; they come in pieces, so they are routes and not procedures. */
export function addExportRoutes(server: FastifyInstance, edge: Edge): void {
  for (const each of csvExports) {
    server.get(restPrefix + each.path, async (request, reply) => {
      try {
        return await send(each, { request, reply, edge })
      } catch (error) {
        return toRestAnswer(reply, error, each.path)
      }
    })
  }
}

async function send(
  file: CsvExport,
  { request, reply, edge }: { request: FastifyRequest; reply: FastifyReply; edge: Edge },
) {
  const { identity, deps } = await contextOf(edge, request, reply)
  const { organizationId, sight } = requireRight(identity, file.right)
  const query = readQuery(readRecord(request.query), file.inputSchema)
  const problem = findUnstorableText(query)
  if (problem !== null) throw problem
  const pages = file.open(query, organizationId, (read) =>
    inOrganization(deps.db, organizationId, read, { sight, isSnapshot: true }),
  )
  // The first page is read before anything is promised: what fails then is still an error in words.
  const first = await pages.next()
  const timeZone = await inOrganization(deps.db, organizationId, (tx) =>
    readTimeZone(tx, organizationId),
  )
  const day = isoDateOf(localDayAt(timeZone, deps.clock.now().epochMilliseconds))
  reply
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename="${file.fileName}-${day}.csv"`)
    .type('text/csv; charset=utf-8; header=present')
  return reply.send(Readable.from(from(first, pages)))
}

/** Ends the file early, and with it the connection, when the database fails midway. */
async function* from(
  first: IteratorResult<string, undefined>,
  others: AsyncGenerator<string>,
): AsyncGenerator<string> {
  if (first.done) return
  yield first.value
  yield* others
}
