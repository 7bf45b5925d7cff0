/**
 * The phone numbers of a virtual run, each known by an index, its `line`: which are in use, when each
 * was last called, which calls are to it and which of them wait until it is free. Calls are named by
 * their place in the run; -1 is none.
 */
export class NumberLines {
  readonly #byPhone = new Map<string, number>()
  readonly #active: number[] = []
  readonly #placedMs: number[] = []
  readonly #lastCall: number[] = []
  readonly #parked = new Map<number, number[]>()
  /** The call before on the same number: a chain instead of a list for each. */
  readonly #callBefore: Int32Array
  readonly #giveTurn: (call: number) => void

  constructor(callCount: number, giveTurn: (call: number) => void) {
    this.#callBefore = new Int32Array(callCount).fill(-1)
    this.#giveTurn = giveTurn
  }

  of(phoneNumber: string): number {
    let line = this.#byPhone.get(phoneNumber)
    if (line === undefined) {
      line = this.#byPhone.size
      this.#byPhone.set(phoneNumber, line)
      this.#active.push(0)
      this.#placedMs.push(Number.NEGATIVE_INFINITY)
      this.#lastCall.push(-1)
    }
    return line
  }

  addCall(line: number, call: number): void {
    this.#callBefore[call] = this.lastCall(line)
    this.#lastCall[line] = call
  }

  lastCall(line: number): number {
    return this.#lastCall[line] ?? -1
  }

  callBefore(call: number): number {
    return this.#callBefore[call] ?? -1
  }

  /** When the run last placed a call to the number, in epoch milliseconds, or null. */
  placedMs(line: number): number | null {
    const placedMs = this.#placedMs[line] ?? Number.NEGATIVE_INFINITY
    return placedMs === Number.NEGATIVE_INFINITY ? null : placedMs
  }

  notePlaced(line: number, atMs: number): void {
    this.#placedMs[line] = atMs
  }

  isOpen(line: number): boolean {
    return (this.#active[line] ?? 0) > 0
  }

  get hasParked(): boolean {
    return this.#parked.size > 0
  }

  park(line: number, call: number): void {
    const waiting = this.#parked.get(line)
    if (waiting) waiting.push(call)
    else this.#parked.set(line, [call])
  }

  open(line: number): void {
    this.#active[line] = (this.#active[line] ?? 0) + 1
  }

  /** Ends an attempt; every call that waits for the number gets its turn again once it is free. */
  close(line: number): void {
    this.#active[line] = (this.#active[line] ?? 1) - 1
    if (this.#parked.size === 0 || this.isOpen(line)) return
    const waiting = this.#parked.get(line) ?? []
    this.#parked.delete(line)
    for (const call of waiting) this.#giveTurn(call)
  }
}
