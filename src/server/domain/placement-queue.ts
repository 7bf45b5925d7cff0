import { BinaryHeap } from './binary-heap.ts'
import { CampaignLines, type QueueOrder } from './campaign-lines.ts'
import type { Fate } from './fate.ts'
import { type ChanceTerms, nextChance, type QueuedCall } from './next-chance.ts'
import { NumberLines } from './number-lines.ts'
import { isCoveredBy } from './one-call.ts'
import { PlacementMinute } from './placement-minute.ts'

/** A line that is in use. */
export type OpenLine = {
  sinceMs: number
  campaignId: string | null
  /** Null in a demo, which rings nobody. */
  phoneNumber: string | null
}

/** The lines, and the clock, with which a run begins. */
export type RunStart = {
  nowMs: number
  active: readonly OpenLine[]
  /** When each attempt of the last minute was placed, in any order. */
  placedMs: readonly number[]
  /** How long every attempt is assumed to hold a line; each is assumed to end its call. */
  callSec: number
  /** Calling has stopped by itself: nothing is placed until a person lets it go on. */
  isAutoPaused: boolean
}

/** What a schedule makes of a waiting call. */
export type Plan = {
  /** When its turn is looked at; epoch milliseconds. */
  dueMs: number
  terms: ChanceTerms
}

const never = Number.POSITIVE_INFINITY

/** An attempt under way; `line` is the index of the number that it rings, null where it rings none. */
type Attempt = { campaignId: string | null; line: number | null }

/**
 * The queue of a virtual run, its calls named by their place in the list. What changes or is compared
 * is kept in arrays by that place: an object for each waiting call, with the closures that it needs,
 * would cost more to make, reach and free than all the decisions.
 */
export class PlacementQueue {
  readonly #calls: readonly QueuedCall[]
  readonly #callMs: number
  readonly #isAutoPaused: boolean
  readonly #lineOf: Int32Array
  readonly #dueMs: Float64Array
  readonly #expiresMs: Float64Array
  readonly #terms: ChanceTerms[] = []
  readonly #fates: (Fate | null)[] = []
  /** Calls by when their turn is looked at. */
  readonly #planned = new BinaryHeap<number>()
  /** Calls whose turn it is, by deadline. */
  readonly #due: BinaryHeap<number>
  /** Attempts by when they end. */
  readonly #attempts = new BinaryHeap<Attempt>()
  readonly #campaigns: CampaignLines
  readonly #numbers: NumberLines
  readonly #minute: PlacementMinute
  #nowMs: number
  /** The first of the due calls found no line, or no place in this minute. */
  #isWaiting = false
  #settled = 0

  constructor(calls: readonly QueuedCall[], start: RunStart) {
    const { nowMs, active, placedMs, callSec, isAutoPaused } = start
    const order: QueueOrder = {
      deadlineOf: (call) => this.#expiresMs[call] ?? never,
      isAhead: (a, b) => this.#isAhead(a, b),
    }
    const giveTurn = (call: number) => this.#giveTurn(call)
    this.#calls = calls
    this.#nowMs = nowMs
    this.#callMs = callSec * 1000
    this.#isAutoPaused = isAutoPaused
    this.#lineOf = new Int32Array(calls.length)
    this.#dueMs = new Float64Array(calls.length)
    this.#expiresMs = new Float64Array(calls.length)
    this.#due = new BinaryHeap(order.isAhead)
    this.#campaigns = new CampaignLines(calls, order, giveTurn)
    this.#numbers = new NumberLines(calls.length, giveTurn)
    this.#minute = new PlacementMinute(placedMs)
    for (const { sinceMs, campaignId, phoneNumber } of active) {
      const line = phoneNumber === null ? null : this.#numbers.of(phoneNumber)
      this.#open({ campaignId, line }, Math.max(nowMs, sinceMs + this.#callMs))
    }
    this.#closeEnded()
  }

  /** Of how many calls the fate is known. */
  get settled(): number {
    return this.#settled
  }

  /** Takes the next call of the list in, by its plan. */
  add({ dueMs, terms }: Plan): void {
    const at = this.#fates.length
    const call = this.#calls[at]
    if (call === undefined) throw new RangeError('The run has no more calls.')
    const line = this.#numbers.of(call.phoneNumber)
    this.#lineOf[at] = line
    this.#dueMs[at] = dueMs
    this.#expiresMs[at] = call.call.expiresAt?.epochMilliseconds ?? never
    this.#terms.push(terms)
    this.#fates.push(null)
    if (terms.config.paused || this.#isAutoPaused) {
      this.#settle(at, { kind: 'paused' })
      return
    }
    this.#numbers.addCall(line, at)
    if (dueMs <= this.#nowMs) this.#giveTurn(at)
    else this.#planned.push(at, dueMs)
  }

  /** Looks at one call, or moves the clock on to where something can happen; false at the end. */
  step(): boolean {
    // One by one: a whole queue may be planned for the instant at which a window opens.
    if (this.#planned.firstKey <= this.#nowMs) {
      const call = this.#planned.pop()
      if (call !== undefined && this.#fates[call]?.kind !== 'covered') this.#giveTurn(call)
      return true
    }
    const next = this.#isWaiting ? undefined : this.#due.peek()
    if (next !== undefined) {
      this.#isWaiting = !this.#decide(next)
      return true
    }
    const nextMs = this.#nextInstant()
    if (nextMs === never) return false
    this.#nowMs = nextMs
    this.#isWaiting = false
    this.#closeEnded()
    return true
  }

  /** What became of every call, in the order of the list. */
  fates(): Fate[] {
    return this.#fates.map((fate) => fate ?? { kind: 'expires' })
  }

  #closeEnded(): void {
    this.#minute.moveTo(this.#nowMs)
    while (this.#attempts.firstKey <= this.#nowMs) {
      const ended = this.#attempts.pop()
      if (ended === undefined) break
      this.#campaigns.close(ended.campaignId)
      if (ended.line !== null) this.#numbers.close(ended.line)
    }
  }

  #nextInstant(): number {
    const isLineAwaited = this.#isWaiting || this.#campaigns.hasParked || this.#numbers.hasParked
    const lineMs = isLineAwaited ? this.#attempts.firstKey : never
    const minuteMs = this.#isWaiting ? this.#minute.freesAtMs : never
    return Math.min(this.#planned.firstKey, lineMs, minuteMs)
  }

  /** Decides about the first of the due calls; false where it has to wait, and all after it. */
  #decide(next: number): boolean {
    const call = this.#calls[next]
    const terms = this.#terms[next]
    const line = this.#lineOf[next]
    if (!call || !terms || line === undefined) throw new RangeError(`The run has no call ${next}.`)
    const { config } = terms
    if (this.#fates[next]?.kind === 'covered') return this.#leave(call)
    if (this.#campaigns.isFull(next)) {
      this.#due.pop()
      this.#campaigns.park(next)
      return true
    }
    const nowMs = this.#nowMs
    const chance = nextChance(
      terms,
      nowMs,
      this.#numbers.placedMs(line) ?? call.lastPlacedToNumberMs,
    )
    if (chance.kind !== 'at') {
      this.#settle(next, chance)
      return this.#leave(call)
    }
    if (chance.atMs > nowMs) {
      this.#dueMs[next] = chance.atMs
      this.#planned.push(next, chance.atMs)
      return this.#leave(call)
    }
    if (this.#numbers.isOpen(line)) {
      this.#numbers.park(line, next)
      return this.#leave(call)
    }
    if (this.#attempts.size >= config.maxActiveCalls) return false
    if (this.#minute.count >= config.maxPerMinute) return false
    this.#due.pop()
    this.#place(next, call, line, config.minDaysBetweenCalls)
    return true
  }

  #place(next: number, placed: QueuedCall, line: number, minDaysBetweenCalls: number): void {
    const nowMs = this.#nowMs
    const { campaignId } = placed
    this.#settle(next, { kind: 'placed', atMs: nowMs })
    this.#numbers.notePlaced(line, nowMs)
    this.#open({ campaignId, line }, nowMs + this.#callMs)
    this.#campaigns.refill(campaignId)
    this.#minute.add(nowMs)
    // One customer, one call: the others of the number that it covers are settled with it.
    const cover: Fate = { kind: 'covered', atMs: nowMs, by: placed.id }
    for (let at = this.#numbers.lastCall(line); at !== -1; at = this.#numbers.callBefore(at)) {
      const other = this.#calls[at]
      const kind = this.#fates[at]?.kind
      if (!other || kind === 'placed' || kind === 'covered') continue
      if (other.isInvented !== placed.isInvented) continue
      const dueMs = this.#dueMs[at] ?? never
      if (isCoveredBy({ nowMs, minDaysBetweenCalls }, { call: other.call, dueMs })) {
        this.#settle(at, cover)
      }
    }
  }

  /** The first of the due calls gives its turn away. */
  #leave({ campaignId }: QueuedCall): true {
    this.#due.pop()
    this.#campaigns.refill(campaignId)
    return true
  }

  #open(attempt: Attempt, endMs: number): void {
    this.#attempts.push(attempt, endMs)
    this.#campaigns.open(attempt.campaignId)
    if (attempt.line !== null) this.#numbers.open(attempt.line)
  }

  #giveTurn(call: number): void {
    this.#due.push(call, this.#expiresMs[call] ?? never)
  }

  #settle(call: number, fate: Fate): void {
    if (this.#fates[call] === null) this.#settled += 1
    this.#fates[call] = fate
  }

  /** The dispatcher's order is the soonest deadline first; this decides between equal ones. */
  #isAhead(a: number, b: number): boolean {
    const dueA = this.#dueMs[a] ?? never
    const dueB = this.#dueMs[b] ?? never
    if (dueA !== dueB) return dueA < dueB
    return (this.#calls[a]?.id ?? '') < (this.#calls[b]?.id ?? '')
  }
}
