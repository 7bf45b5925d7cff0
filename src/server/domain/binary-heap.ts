/** A queue that gives the smallest item first; `isBefore` must order every two items. */
export type BinaryHeap<Item> = {
  readonly size: number
  push(item: Item): void
  peek(): Item | undefined
  pop(): Item | undefined
}

export function createHeap<Item>(isBefore: (a: Item, b: Item) => boolean): BinaryHeap<Item> {
  const items: Item[] = []

  function rise(item: Item): void {
    let at = items.length
    items.push(item)
    while (at > 0) {
      const above = (at - 1) >> 1
      const parent = items[above]
      if (parent === undefined || !isBefore(item, parent)) break
      items[at] = parent
      at = above
    }
    items[at] = item
  }

  function sink(item: Item): void {
    let at = 0
    for (;;) {
      const left = items[2 * at + 1]
      const right = items[2 * at + 2]
      if (left === undefined) break
      const isRight = right !== undefined && isBefore(right, left)
      const child = isRight ? right : left
      if (!isBefore(child, item)) break
      items[at] = child
      at = 2 * at + (isRight ? 2 : 1)
    }
    items[at] = item
  }

  return {
    get size() {
      return items.length
    },
    push: rise,
    peek: () => items[0],
    pop() {
      const first = items[0]
      const last = items.pop()
      if (last !== undefined && items.length > 0) sink(last)
      return first
    },
  }
}
