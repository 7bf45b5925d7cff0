import { BinaryHeap } from './binary-heap.ts'

/** Keeps the `count` items of the largest keys out of many, without sorting all of them. */
export class Largest<Item> {
  readonly #count: number
  // The one to be given up first is on top: of the same key, the later one.
  readonly #kept = new BinaryHeap<{ item: Item; number: number }>((a, b) => a.number > b.number)
  #offered = 0

  constructor(count: number) {
    this.#count = count
  }

  offer(item: Item, key: number): void {
    const number = this.#offered++
    if (this.#kept.size === this.#count && key <= this.#kept.firstKey) return
    this.#kept.push({ item, number }, key)
    if (this.#kept.size > this.#count) this.#kept.pop()
  }

  /** Gives them up, the largest first; of the same key, in the order in which they were offered. */
  take(): Item[] {
    const items: Item[] = []
    for (let next = this.#kept.pop(); next; next = this.#kept.pop()) items.push(next.item)
    return items.reverse()
  }
}
