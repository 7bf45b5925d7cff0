import { readFile } from 'node:fs/promises'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { answerError } from './failures.ts'

/** These answer for themselves; whatever else is asked for is an address within the page. */
const notThePage = /^\/(api|trpc|recordings|webhooks|assets|healthz|readyz|metrics)(\/|$|\?)/

const folderOf = (projectRoot: string) => path.join(projectRoot, 'dist/client')

/** The file that every address of the page is answered with; null before the page is built. */
export async function readBuiltPage(projectRoot: string): Promise<string | null> {
  try {
    return await readFile(path.join(folderOf(projectRoot), 'index.html'), 'utf8')
  } catch (err) {
    if (err instanceof Error && 'code' in err && err.code === 'ENOENT') return null
    throw err
  }
}

/**
 * Serves the built page, and its index for every address that the page routes itself. Files under
 * `assets` carry a hash of their content in their names, so they may be kept for ever.
 */
export async function addStaticClient(
  server: FastifyInstance,
  { projectRoot, isBuilt }: { projectRoot: string; isBuilt: boolean },
): Promise<void> {
  const root = folderOf(projectRoot)
  await server.register(fastifyStatic, {
    root: isBuilt ? root : projectRoot,
    serve: isBuilt,
    wildcard: false,
    index: false,
    cacheControl: false,
    // The build lays a compressed copy beside each file that is worth it.
    preCompressed: true,
    setHeaders(reply, file) {
      const isHashed = file.startsWith(path.join(root, 'assets') + path.sep)
      const kept = isHashed ? 'public, max-age=31536000, immutable' : 'no-cache'
      if (file.startsWith(root)) reply.header('cache-control', kept)
    },
  })
  server.setNotFoundHandler((request, reply) => {
    const isPage = ['GET', 'HEAD'].includes(request.method) && !notThePage.test(request.url)
    if (isPage && isBuilt) return reply.sendFile('index.html')
    answerError(request, reply, { status: 404, message: 'There is nothing at this address.' })
    return reply
  })
}
