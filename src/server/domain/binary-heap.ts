/** A queue that gives the item of the smallest key first. */
export type BinaryHeap<Item> = {
  readonly size: number
  push(item: Item): void
  peek(): Item | undefined
  pop(): Item | undefined
}

/**
 * The key of an item is asked once, when it is pushed, and kept in a row with the others: reaching
 * for it through each item would miss the processor's cache most of the time. `isBefore` orders
 * items whose keys are the same.
 */
export function createHeap<Item>(
  keyOf: (item: Item) => number,
  isBefore: (a: Item, b: Item) => boolean = () => false,
): BinaryHeap<Item> {
  const items: Item[] = []
  const keys: number[] = []

  function rise(item: Item, key: number): void {
    let at = items.length
    items.push(item)
    keys.push(key)
    while (at > 0) {
      const above = (at - 1) >> 1
      const parent = items[above]
      const parentKey = keys[above]
      if (parent === undefined || parentKey === undefined) break
      if (!(key < parentKey || (key === parentKey && isBefore(item, parent)))) break
      items[at] = parent
      keys[at] = parentKey
      at = above
    }
    items[at] = item
    keys[at] = key
  }

  function sink(item: Item, key: number): void {
    let at = 0
    for (;;) {
      let below = 2 * at + 1
      let child = items[below]
      let childKey = keys[below]
      if (child === undefined || childKey === undefined) break
      const right = items[below + 1]
      const rightKey = keys[below + 1]
      if (right !== undefined && rightKey !== undefined) {
        if (rightKey < childKey || (rightKey === childKey && isBefore(right, child))) {
          below += 1
          child = right
          childKey = rightKey
        }
      }
      if (!(childKey < key || (childKey === key && isBefore(child, item)))) break
      items[at] = child
      keys[at] = childKey
      at = below
    }
    items[at] = item
    keys[at] = key
  }

  return {
    get size() {
      return items.length
    },
    push: (item) => rise(item, keyOf(item)),
    peek: () => items[0],
    pop() {
      const first = items[0]
      const last = items.pop()
      const lastKey = keys.pop()
      if (last !== undefined && lastKey !== undefined && items.length > 0) sink(last, lastKey)
      return first
    },
  }
}
