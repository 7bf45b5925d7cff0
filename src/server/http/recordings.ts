import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { inOrganization } from '../db/in-organization.ts'
import { readRecording } from '../db/read-recording.ts'
import { uuidSchema } from '../domain/call.schema.ts'
import type { Edge } from './edge-context.ts'
import { answerError } from './failures.ts'

export type RecordingFolders = { projectRoot: string; dataDir: string }

/** Where a recording lies: one that comes with the simulator, or one kept in the data folder. */
export function locateRecording(
  storageKey: string,
  { projectRoot, dataDir }: RecordingFolders,
): { folder: string; file: string } {
  const bundled = /^bundled\/([a-z0-9-]+\.mp3)$/.exec(storageKey)?.[1]
  const folder = 'src/server/telephony/simulator/conversations'
  return bundled === undefined
    ? { folder: path.join(dataDir, 'recordings'), file: storageKey }
    : { folder: path.join(projectRoot, folder), file: bundled }
}

/** Removes the file of a recording in the data folder, if it is there. */
export function createRecordingRemoval(dataDir: string) {
  const folder = path.join(dataDir, 'recordings')
  return async (storageKey: string): Promise<void> => {
    const file = path.resolve(folder, storageKey)
    if (!file.startsWith(folder + path.sep)) throw new Error('This key leads out of the folder.')
    await rm(file, { force: true })
  }
}

/** Serves recordings with ranges. The file server refuses keys that lead out of their folder. */
export function addRecordings(
  server: FastifyInstance,
  { deps, identify }: Edge,
  folders: RecordingFolders,
): void {
  server.get<{ Params: { id: string } }>('/recordings/:id', async (request, reply) => {
    const notFound = { status: 404, message: 'There is no recording with this id.' }
    const identity = await identify(request.headers)
    if (!identity?.rights.has('calls.read')) {
      const status = identity === null ? 401 : 403
      answerError(request, reply, { status, message: 'Sign in to hear this recording.' })
      return reply
    }
    const { organizationId, sight } = identity
    const id = uuidSchema.safeParse(request.params.id)
    const recording = id.success
      ? await inOrganization(
          deps.db,
          organizationId,
          (tx) => readRecording(tx, { organizationId, id: id.data }),
          { sight },
        )
      : null
    if (recording === null) {
      answerError(request, reply, notFound)
      return reply
    }
    const { folder, file } = locateRecording(recording.storageKey, folders)
    // It never changes, but who may hear it does: a browser that kept it asks again each time.
    reply.header('cache-control', 'private, no-cache')
    reply.type(recording.mediaType)
    return reply.sendFile(file, folder, { cacheControl: false })
  })
}
