import type { FastifyInstance } from 'fastify'

/** JSON everywhere; an empty body, as `curl -X POST` sends it, counts as none. */
export function addJsonParser(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error')
  server.removeContentTypeParser('application/json')
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body.length === 0) done(null, undefined)
    else parse(request, body.toString(), done)
  })
}

/** Files as they are, still in their own encoding. */
export function addCsvParser(server: FastifyInstance): void {
  server.addContentTypeParser('text/csv', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  )
}
