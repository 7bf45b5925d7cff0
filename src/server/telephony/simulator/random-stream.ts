import { createHash } from 'node:crypto'

/** Numbers from 0 up to 1 that depend on nothing but the key. */
export function randomStream(key: string): () => number {
  let drawn = 0
  return () => {
    const digest = createHash('sha256').update(`${key}#${drawn}`).digest()
    drawn += 1
    return digest.readUInt32BE(0) / 2 ** 32
  }
}
