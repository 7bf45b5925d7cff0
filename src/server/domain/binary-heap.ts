/**
 * A queue that gives the item with the smallest key first; `isBefore` orders items of equal keys.
 * Keys have an array of their own: reading them through each item would miss the processor's cache
 * most of the time.
 */
export class BinaryHeap<Item> {
  readonly #items: Item[] = []
  readonly #keys: number[] = []
  readonly #isBefore: (a: Item, b: Item) => boolean

  constructor(isBefore: (a: Item, b: Item) => boolean = () => false) {
    this.#isBefore = isBefore
  }

  get size(): number {
    return this.#items.length
  }

  /** The smallest key; infinity when empty. */
  get firstKey(): number {
    return this.#keys[0] ?? Number.POSITIVE_INFINITY
  }

  peek(): Item | undefined {
    return this.#items[0]
  }

  push(item: Item, key: number): void {
    const items = this.#items
    const keys = this.#keys
    let at = items.length
    items.push(item)
    keys.push(key)
    while (at > 0) {
      const above = (at - 1) >> 1
      const parent = items[above]
      const parentKey = keys[above]
      if (parent === undefined || parentKey === undefined) break
      if (!(key < parentKey || (key === parentKey && this.#isBefore(item, parent)))) break
      items[at] = parent
      keys[at] = parentKey
      at = above
    }
    items[at] = item
    keys[at] = key
  }

  pop(): Item | undefined {
    const first = this.#items[0]
    const last = this.#items.pop()
    const lastKey = this.#keys.pop()
    if (last !== undefined && lastKey !== undefined && this.#items.length > 0) {
      this.#sink(last, lastKey)
    }
    return first
  }

  #sink(item: Item, key: number): void {
    const items = this.#items
    const keys = this.#keys
    let at = 0
    for (;;) {
      let below = 2 * at + 1
      let child = items[below]
      let childKey = keys[below]
      if (child === undefined || childKey === undefined) break
      const right = items[below + 1]
      const rightKey = keys[below + 1]
      if (right !== undefined && rightKey !== undefined) {
        if (rightKey < childKey || (rightKey === childKey && this.#isBefore(right, child))) {
          below += 1
          child = right
          childKey = rightKey
        }
      }
      if (!(childKey < key || (childKey === key && this.#isBefore(child, item)))) break
      items[at] = child
      keys[at] = childKey
      at = below
    }
    items[at] = item
    keys[at] = key
  }
}
