/** Folders and a name, of letters, digits, spaces, `.`, `_` and `-`; none of them begins with a dot. */
const storageKey = /^[\p{L}\p{N}_-][\p{L}\p{N}._ -]*(\/[\p{L}\p{N}_-][\p{L}\p{N}._ -]*)*$/u

/** Whether a key names a place inside the storage; nothing else is ever kept. */
export const isStorageKey = (key: string): boolean => key.length <= 500 && storageKey.test(key)

/** Refuses a key that could lead out of the storage. */
export function checkStorageKey(key: string): string {
  if (!isStorageKey(key))
    throw new Error('This storage key does not name a place inside the storage.')
  return key
}
