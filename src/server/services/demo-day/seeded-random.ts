/** Chance that repeats itself: the same seed gives the same choices in the same order. */
export type SeededRandom = {
  /** A whole number from `low` to `high`, both possible. */
  whole(low: number, high: number): number
  /** True in the given share of cases. */
  chance(share: number): boolean
  pick<Item>(items: readonly Item[]): Item
  shuffle<Item>(items: readonly Item[]): Item[]
  /** A UUIDv7 as if made at that instant. */
  id(epochMs: number): string
}

export function createSeededRandom(seed: string): SeededRandom {
  const next = mulberry32(hash(seed))
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const hex = (digits: number) =>
    Array.from({ length: digits }, () => whole(0, 15).toString(16)).join('')
  return {
    whole,
    chance: (share) => next() < share,
    pick(items) {
      const item = items[whole(0, items.length - 1)]
      if (item === undefined) throw new Error('There is nothing to pick from.')
      return item
    },
    shuffle(items) {
      return items
        .map((item) => ({ item, order: next() }))
        .sort((a, b) => a.order - b.order)
        .map(({ item }) => item)
    },
    id(epochMs) {
      const time = epochMs.toString(16).padStart(12, '0')
      const variant = whole(8, 11).toString(16)
      return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${variant}${hex(3)}-${hex(12)}`
    },
  }
}

// The well-known generator by Tommy Ettinger: 32 bits of state, good enough to play with.
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

// FNV-1a.
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const letter of text) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return value | 0
}
