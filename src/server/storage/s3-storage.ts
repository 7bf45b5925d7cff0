import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { S3mini, S3ServiceError } from 's3mini'
import type { RecordingStorage } from './port.ts'
import { checkStorageKey, isStorageKey } from './storage-key.ts'
import { upTo } from './up-to.ts'

export type S3Access = {
  /** With the bucket, in the host or as the path. */
  url: string
  region: string
  accessKeyId: string
  secretAccessKey: string
}

/** For an answer to begin, and for a recording to be sent. */
const deadlineMs = 60_000

/** Keeps recordings in a bucket of any store that speaks S3. */
export function createS3Storage({ url, ...access }: S3Access): RecordingStorage {
  const bucket = new S3mini({ endpoint: url, ...access, fetch: fetchInTime })
  return {
    async put(storageKey, body, { mediaType, maxBytes }) {
      checkStorageKey(storageKey)
      // S3 asks for the length before the bytes, so a recording is held in memory for a moment.
      const bytes = await buffer(upTo(maxBytes, body))
      await bucket.putObject(storageKey, bytes, mediaType, undefined, undefined, bytes.length)
      return { sizeBytes: bytes.length }
    },
    async stat(storageKey) {
      if (!isStorageKey(storageKey)) return null
      return orNull(async () => ({ sizeBytes: await bucket.getContentLength(storageKey) }))
    },
    async open(storageKey, range) {
      if (!isStorageKey(storageKey)) return null
      return orNull(async () => {
        const answer = await (range === undefined
          ? bucket.getObjectRaw(storageKey)
          : // Its end is the first byte that is not wanted.
            bucket.getObjectRaw(storageKey, false, range.start, range.end + 1))
        const whole = /\/(\d+)$/.exec(answer.headers.get('content-range') ?? '')?.[1]
        return {
          body: Readable.from(answer.body ?? [], { objectMode: false }),
          sizeBytes: Number(whole ?? answer.headers.get('content-length')),
        }
      })
    },
    async remove(storageKey) {
      await bucket.deleteObject(checkStorageKey(storageKey))
    },
  }
}

/** A body may be listened to for as long as it takes; only its beginning has a deadline. */
const fetchInTime: typeof fetch = async (input, init) => {
  const deadline = new AbortController()
  const timer = setTimeout(
    () => deadline.abort(new Error('The store of recordings did not answer in time.')),
    deadlineMs,
  )
  try {
    // A signed request belongs to one address.
    return await fetch(input, { ...init, redirect: 'error', signal: deadline.signal })
  } finally {
    clearTimeout(timer)
  }
}

async function orNull<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask()
  } catch (error) {
    const reason = error instanceof Error && error.cause instanceof Error ? error.cause : error
    if (reason instanceof S3ServiceError && reason.status === 404) return null
    throw error
  }
}
