import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { DbTransaction } from '../db/client.ts'
import { inOrganization } from '../db/in-organization.ts'
import { readRecording } from '../db/read-recording.ts'
import { uuidSchema } from '../domain/call.schema.ts'
import { conversationById } from '../telephony/simulator/call-plan.ts'
import { feedbackOf } from '../telephony/simulator/conversation-feedback.ts'
import { parseByteRange } from './byte-range.ts'
import type { Edge } from './edge-context.ts'
import { addHintHeaders, answerError } from './failures.ts'

type RecordingRequest = FastifyRequest<{ Params: { id: string } }>

/** Serves recordings, whole and in ranges, from wherever they are kept. */
export function addRecordings(server: FastifyInstance, { deps, identify }: Edge): void {
  async function findRecording(request: RecordingRequest, reply: FastifyReply) {
    const identity = await identify(request.headers)
    if (!identity?.rights.has('calls.read')) {
      const status = identity === null ? 401 : 403
      addHintHeaders(reply.code(status), null)
      answerError(request, reply, { status, message: 'Sign in to hear this recording.' })
      return null
    }
    const { organizationId, sight } = identity
    const row =
      playedRecording(request.params.id) ??
      (await inOrganization(
        deps.db,
        organizationId,
        (tx) => findRow(tx, { organizationId, id: request.params.id }),
        { sight },
      ))
    const kept = row && (await deps.recordings.stat(row.storageKey))
    if (row !== null && kept !== null) return { ...row, ...kept }
    answerError(request, reply, { status: 404, message: 'There is no recording with this id.' })
    return null
  }

  const serve = async (request: RecordingRequest, reply: FastifyReply) => {
    const recording = await findRecording(request, reply)
    if (recording === null) return reply
    const { storageKey, mediaType, sizeBytes } = recording
    // What an id names never changes, so the id is a tag good enough.
    const tag = `"${request.params.id}"`
    // Who may hear it does change: a browser that kept it asks again each time.
    reply.headers({ 'cache-control': 'private, no-cache', 'accept-ranges': 'bytes', etag: tag })
    const { headers } = request
    if (!isListed(headers['if-match'], tag)) {
      answerError(request, reply, { status: 412, message: 'This is another recording.' })
      return reply
    }
    if (headers['if-none-match'] !== undefined && isListed(headers['if-none-match'], tag)) {
      return reply.status(304).send()
    }
    const isRangeMeant = headers['if-range'] === undefined || headers['if-range'] === tag
    const range = parseByteRange(isRangeMeant ? headers.range : undefined, sizeBytes)
    if (range === 'beyond_end') {
      reply.header('content-range', `bytes */${sizeBytes}`)
      answerError(request, reply, { status: 416, message: 'The recording ends before this range.' })
      return reply
    }
    const part = range === 'whole' ? { start: 0, end: sizeBytes - 1 } : range
    reply.type(mediaType).header('content-length', part.end - part.start + 1)
    if (range !== 'whole') {
      reply.status(206).header('content-range', `bytes ${part.start}-${part.end}/${sizeBytes}`)
    }
    if (request.method === 'HEAD') return reply.send()
    const opened = await deps.recordings.open(storageKey, range === 'whole' ? undefined : range)
    // Erased since it was looked for.
    if (opened === null) throw new Error('The recording went away while it was asked for.')
    return reply.send(opened.body)
  }
  // Written out, because the HEAD that Fastify adds by itself says that nothing is 0 bytes long.
  server.route({ method: ['GET', 'HEAD'], url: '/recordings/:id', handler: serve })
}

/** What the stage plays before there is a recording of any call: the sound ships with the product. */
function playedRecording(id: string) {
  const conversation = conversationById(id)
  return conversation ? feedbackOf(conversation).recording : null
}

async function findRow(
  tx: DbTransaction,
  { organizationId, id }: Record<'organizationId' | 'id', string>,
) {
  return uuidSchema.safeParse(id).success ? readRecording(tx, { organizationId, id }) : null
}

/** Whether a condition's list of tags holds this one; no condition holds for every tag. */
function isListed(list: string | undefined, tag: string): boolean {
  if (list === undefined || list.trim() === '*') return true
  return list.split(',').some((listed) => listed.trim().replace(/^W\//, '') === tag)
}
