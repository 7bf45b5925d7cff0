import { MS_PER_MINUTE } from './zone-clock.ts'

/** When the attempts of the last minute were placed; instants are epoch milliseconds. */
export class PlacementMinute {
  readonly #placedMs: number[]
  #from = 0

  /** In any order. */
  constructor(placedMs: readonly number[]) {
    this.#placedMs = [...placedMs].sort((a, b) => a - b)
  }

  get count(): number {
    return this.#placedMs.length - this.#from
  }

  /** When the oldest of them will be a minute ago; infinity where there is none. */
  get freesAtMs(): number {
    return (this.#placedMs[this.#from] ?? Number.POSITIVE_INFINITY) + MS_PER_MINUTE
  }

  add(atMs: number): void {
    this.#placedMs.push(atMs)
  }

  moveTo(nowMs: number): void {
    while (this.freesAtMs <= nowMs) this.#from += 1
  }
}
