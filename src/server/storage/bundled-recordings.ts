import { createFolderStorage } from './folder-storage.ts'
import type { RecordingStorage } from './port.ts'

const prefix = 'bundled/'

/** Recordings that ship with the product, under `bundled/`, read-only; all others in `kept`. */
export function withBundledRecordings(
  kept: RecordingStorage,
  bundledFolder: string,
): RecordingStorage {
  const bundled = createFolderStorage(bundledFolder)
  const isBundled = (storageKey: string) => storageKey.startsWith(prefix)
  const refuse = () => Promise.reject(new Error('Recordings that ship with the product stay.'))
  // The folder holds more than recordings.
  const isRecording = (storageKey: string) => /^bundled\/[a-z0-9-]+\.mp3$/.test(storageKey)
  const fileOf = (storageKey: string) => storageKey.slice(prefix.length)
  return {
    put: (storageKey, body, options) =>
      isBundled(storageKey) ? refuse() : kept.put(storageKey, body, options),
    async stat(storageKey) {
      if (!isBundled(storageKey)) return kept.stat(storageKey)
      return isRecording(storageKey) ? bundled.stat(fileOf(storageKey)) : null
    },
    async open(storageKey, range) {
      if (!isBundled(storageKey)) return kept.open(storageKey, range)
      return isRecording(storageKey) ? bundled.open(fileOf(storageKey), range) : null
    },
    remove: (storageKey) => (isBundled(storageKey) ? refuse() : kept.remove(storageKey)),
  }
}
