import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Edge } from './edge-context.ts'
import { restPrefix } from './rest-routes.ts'

/** The OpenAPI document of the REST table, and a page to read it. */
export function addDocumentation(server: FastifyInstance, { publicOrigin }: Edge): void {
  const originOf = (request: FastifyRequest) =>
    publicOrigin ?? `${request.protocol}://${request.host}`

  let pageFor: ((origin: string) => string) | undefined

  // Loaded when somebody asks: few starts need it.
  server.get(`${restPrefix}/openapi.json`, async (request) => {
    const { createOpenApiDocument } = await import('./openapi-document.ts')
    return createOpenApiDocument(originOf(request))
  })
  server.get('/api/docs', async (request, reply) => {
    const { createOpenApiDocument } = await import('./openapi-document.ts')
    const { createDocumentationPage } = await import('./documentation-page.ts')
    pageFor ??= createDocumentationPage(createOpenApiDocument)
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache')
    return pageFor(originOf(request))
  })
  server.get('/api', async (_request, reply) => reply.redirect('/api/docs'))
}
