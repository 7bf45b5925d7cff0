import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { RecordingStorage } from './port.ts'
import { checkStorageKey, isStorageKey } from './storage-key.ts'
import { upTo } from './up-to.ts'

/** Keeps recordings as files below a folder, which is made when the first one comes. */
export function createFolderStorage(folder: string): RecordingStorage {
  async function statFile(storageKey: string) {
    if (!isStorageKey(storageKey)) return null
    try {
      const found = await stat(path.join(folder, storageKey))
      return found.isFile() ? { sizeBytes: found.size } : null
    } catch (error) {
      if (isMissing(error)) return null
      throw error
    }
  }

  return {
    async put(storageKey, body, { maxBytes }) {
      const file = path.join(folder, checkStorageKey(storageKey))
      // Under another name until it is whole, so that a crash leaves no half of a recording.
      const unfinished = `${file}.${randomUUID()}.part`
      // What breaks off before it is read, or after nobody reads it any more, must not end the process.
      body.on('error', () => undefined)
      let written: WriteStream | undefined
      try {
        await mkdir(path.dirname(file), { recursive: true })
        written = createWriteStream(unfinished, { flush: true })
        await pipeline(body, (source) => upTo(maxBytes, source), written)
        await rename(unfinished, file)
        return { sizeBytes: written.bytesWritten }
      } catch (error) {
        body.destroy()
        // What breaks off at once leaves the file to be made yet, after which it can be removed.
        if (written !== undefined) await whenClosed(written)
        // The first failure says more than one of tidying up after it.
        await rm(unfinished, { force: true }).catch(() => undefined)
        throw error
      }
    },
    stat: statFile,
    async open(storageKey, range) {
      const found = await statFile(storageKey)
      if (found === null) return null
      const body =
        found.sizeBytes === 0
          ? Readable.from([])
          : createReadStream(path.join(folder, storageKey), range)
      return { body, ...found }
    },
    async remove(storageKey) {
      await rm(path.join(folder, checkStorageKey(storageKey)), { force: true })
    },
  }
}

const whenClosed = async (file: WriteStream) => {
  if (!file.closed) await new Promise<void>((resolve) => file.once('close', () => resolve()))
}

const isMissing = (error: unknown) =>
  error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR'].includes(String(error.code))
