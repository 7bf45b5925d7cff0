import type { Readable } from 'node:stream'

/** Bytes from `start` to `end`, both included, counted from 0. */
export type ByteRange = { start: number; end: number }

/** The body had more bytes than were allowed; nothing of it is kept. */
export class RecordingTooLarge extends Error {
  override readonly name = 'RecordingTooLarge'
}

/** Where recordings are kept. A key names one recording for ever; what it names never changes. */
export type RecordingStorage = {
  /**
   * Keeps all of the body or nothing; the same key again replaces it. Rejects with
   * `RecordingTooLarge` past `maxBytes`.
   */
  put(
    storageKey: string,
    body: Readable,
    options: { mediaType: string; maxBytes: number },
  ): Promise<{ sizeBytes: number }>
  /** The size of the whole; null where there is no such recording. */
  stat(storageKey: string): Promise<{ sizeBytes: number } | null>
  /** The recording, or a range within it; `sizeBytes` is that of the whole. Null where there is none. */
  open(storageKey: string, range?: ByteRange): Promise<{ body: Readable; sizeBytes: number } | null>
  /** Content when there is no such recording. */
  remove(storageKey: string): Promise<void>
}
