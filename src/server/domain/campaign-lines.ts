import { BinaryHeap } from './binary-heap.ts'
import type { QueuedCall } from './next-chance.ts'

/** The order of the dispatcher's queue, for calls named by their place in a run. */
export type QueueOrder = {
  /** When the call expires; epoch milliseconds. */
  deadlineOf(call: number): number
  /** Which of two with the same deadline comes first. */
  isAhead(a: number, b: number): boolean
}

/** The lines of campaigns that limit their own calls at a time, and the calls that wait for them. */
export class CampaignLines {
  readonly #active = new Map<string, number>()
  readonly #parked = new Map<string, BinaryHeap<number>>()
  readonly #calls: readonly QueuedCall[]
  readonly #order: QueueOrder
  readonly #giveTurn: (call: number) => void

  constructor(calls: readonly QueuedCall[], order: QueueOrder, giveTurn: (call: number) => void) {
    this.#calls = calls
    this.#order = order
    this.#giveTurn = giveTurn
  }

  get hasParked(): boolean {
    return this.#parked.size > 0
  }

  open(campaignId: string | null): void {
    this.#move(campaignId, 1)
  }

  close(campaignId: string | null): void {
    this.#move(campaignId, -1)
    this.refill(campaignId)
  }

  isFull(call: number): boolean {
    const queued = this.#calls[call]
    const limit = queued?.call.campaign?.maxActiveCalls ?? null
    return limit !== null && (this.#active.get(queued?.campaignId ?? '') ?? 0) >= limit
  }

  park(call: number): void {
    const key = this.#calls[call]?.campaignId ?? ''
    const heap = this.#parked.get(key) ?? new BinaryHeap(this.#order.isAhead)
    heap.push(call, this.#order.deadlineOf(call))
    this.#parked.set(key, heap)
  }

  /** Gives the first of a campaign's parked calls its turn; asked again if it does not use it. */
  refill(campaignId: string | null): void {
    // Asked at every step of a run, and mostly by calls of no campaign.
    if (campaignId === null || this.#parked.size === 0) return
    const heap = this.#parked.get(campaignId)
    const first = heap?.peek()
    if (heap === undefined || first === undefined || this.isFull(first)) return
    heap.pop()
    if (heap.size === 0) this.#parked.delete(campaignId)
    this.#giveTurn(first)
  }

  #move(campaignId: string | null, by: number): void {
    if (campaignId !== null) this.#active.set(campaignId, (this.#active.get(campaignId) ?? 0) + by)
  }
}
