import { createHash } from 'node:crypto'

/** Numbers from 0 up to 1 that depend on nothing but the key. */
export function seeded(key: string): () => number {
  let drawn = 0
  return () => {
    drawn += 1
    return createHash('sha256').update(`${key}#${drawn}`).digest().readUInt32BE(0) / 2 ** 32
  }
}

export const within = (random: () => number, [low, high]: readonly [number, number]): number =>
  low + random() * (high - low)

export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms))
