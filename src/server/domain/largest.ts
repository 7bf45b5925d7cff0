import { BinaryHeap } from './binary-heap.ts'

/** Keeps the `count` items of the largest keys out of many, without sorting all of them. */
export function createLargest<Item>(count: number) {
  type Kept = { item: Item; key: number; number: number }
  // The one to be given up first is on top: of the same key, the later one.
  const heap = new BinaryHeap<Kept>((a, b) => a.number > b.number)
  let offered = 0
  return {
    offer(item: Item, key: number): void {
      const number = offered++
      if (heap.size === count && key <= heap.firstKey) return
      heap.push({ item, key, number }, key)
      if (heap.size > count) heap.pop()
    },
    /** The largest first; of the same key, in the order in which they were offered. */
    all(): Item[] {
      const kept: Item[] = []
      for (let next = heap.pop(); next; next = heap.pop()) kept.push(next.item)
      return kept.reverse()
    },
  }
}
