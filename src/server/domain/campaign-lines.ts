import { type BinaryHeap, createHeap } from './binary-heap.ts'
import type { CallToRun } from './next-chance.ts'
import { deadlineOf, isAhead, type Waiting } from './waiting-call.ts'

/** The lines of campaigns that limit their own calls at a time, and the calls that wait for them. */
export type CampaignLines = {
  open(campaignId: string | null): void
  close(campaignId: string | null): void
  isFull(run: CallToRun): boolean
  park(call: Waiting): void
  hasParked(): boolean
  /** Lets the first of a campaign's parked calls have its turn; again where it did not use it. */
  refill(campaignId: string | null): void
}

export function createCampaignLines(giveTurn: (call: Waiting) => void): CampaignLines {
  const active = new Map<string, number>()
  const parked = new Map<string, BinaryHeap<Waiting>>()

  const isFull = ({ campaignId, call }: CallToRun): boolean => {
    const limit = call.campaign?.maxActiveCalls ?? null
    return limit !== null && (active.get(campaignId ?? '') ?? 0) >= limit
  }
  const refill = (campaignId: string | null): void => {
    // Asked at every step of a run, and mostly by calls of no campaign.
    if (campaignId === null || parked.size === 0) return
    const heap = parked.get(campaignId)
    const first = heap?.peek()
    if (!heap || !first || isFull(first.run)) return
    heap.pop()
    if (heap.size === 0) parked.delete(campaignId)
    giveTurn(first)
  }
  const move = (campaignId: string | null, by: number): void => {
    if (campaignId !== null) active.set(campaignId, (active.get(campaignId) ?? 0) + by)
  }

  return {
    open: (campaignId) => move(campaignId, 1),
    close(campaignId) {
      move(campaignId, -1)
      refill(campaignId)
    },
    isFull,
    park(call) {
      const key = call.run.campaignId ?? ''
      const heap = parked.get(key) ?? createHeap(deadlineOf, isAhead)
      heap.push(call)
      parked.set(key, heap)
    },
    hasParked: () => parked.size > 0,
    refill,
  }
}
