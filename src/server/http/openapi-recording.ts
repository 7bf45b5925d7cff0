import { errorsOf } from '../trpc/rest-meta.ts'
import { refusalsOf } from './openapi-refusals.ts'

const about = (description: string) => ({ description, schema: { type: 'string' as const } })

const headers = {
  'Accept-Ranges': about('Always `bytes`.'),
  'Content-Length': about('How many bytes follow.'),
  ETag: about('For `If-Match`, `If-None-Match` and `If-Range`: what an id names never changes.'),
}
const content = { 'audio/mpeg': {} }

/** A recording is asked for by nothing that could be malformed, and a database that is away is a failure. */
const unknownHere = ['400', '503']
const shared = Object.entries(errorsOf('GET', '')).filter(
  ([status]) => !unknownHere.includes(status),
)
const refusals = {
  ...Object.fromEntries(shared),
  404: 'There is no recording with this id, or its file is gone.',
  412: 'The recording is not the one that `If-Match` names.',
  416: 'The recording ends before the range; `Content-Range` says how long it is.',
}

/** Recordings lie beside the REST table, where pages play them, so their route is described by hand. */
export const recordingPath = (security: Record<string, string[]>[]) => {
  const operation = {
    operationId: 'recordings-read',
    summary:
      'Fetch the recording of a call, whole or in part. `HEAD` answers the same without the sound.',
    tags: ['Calls'],
    // Below the origin itself.
    servers: [{ url: '/' }],
    security,
    parameters: [
      {
        in: 'path' as const,
        name: 'id',
        required: true,
        ...about("Of the recording: the end of a call's `audioUrl`."),
      },
      {
        in: 'header' as const,
        name: 'Range',
        ...about('The bytes wanted, like `bytes=0-1023`; anything but one range asks for all.'),
      },
    ],
    responses: {
      200: { description: 'All of the recording, as `audio/mpeg`.', headers, content },
      206: {
        description: 'The range that was asked for.',
        headers: {
          ...headers,
          'Content-Range': about('Which bytes these are, and of how many.'),
        },
        content,
      },
      304: { description: 'It is the one that `If-None-Match` names.' },
      ...refusalsOf(refusals),
    },
  }
  return ['/recordings/{id}', { get: operation }] as const
}
