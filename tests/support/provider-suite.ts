import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import {
  PlacementRefused,
  type PlacementRequest,
  type Provider,
  type ProviderEvent,
} from '../../src/server/telephony/port.ts'

/** How a test's customer behaves. */
export type Course = 'answers' | 'is_busy' | 'does_not_answer'

/** A provider under test, with what a test must be able to arrange and to see from outside. */
export type ProviderStage = AsyncDisposable & {
  provider: Provider
  /** A request for a number of its own, behind which a customer behaves so. */
  request(course: Course): PlacementRequest
  /** Lets time go on until the condition holds; rejects when it never does. */
  until(condition: () => boolean | Promise<boolean>): Promise<void>
  /** How many lines were opened for a placement, by the provider's own books. */
  linesOpened(placementKey: string): number | Promise<number>
  /** Loses no request, no answer and no news. */
  isCalm: boolean
}

const outcomes = { answers: 'answered', is_busy: 'busy', does_not_answer: 'no_answer' } as const
const isOf = (event: ProviderEvent, { placementKey }: PlacementRequest) =>
  event.placementKey === placementKey
const signal = () => new AbortController().signal

/**
 * What every provider owes the dispatcher, however badly it behaves otherwise: one line for one
 * request, news that name their attempt, and an end that a look-up tells when nobody else did.
 */
export function describeProvider(name: string, openStage: () => Promise<ProviderStage>): void {
  async function open() {
    const stage = await openStage()
    const events: ProviderEvent[] = []
    stage.provider.onEvent(async (event) => void events.push(event))
    /** Places it, and finds its line by a look-up where the answer was lost; null where it was refused. */
    async function place(request: PlacementRequest) {
      let answer: { providerCallId: string } | 'refused' | 'doubt' = 'doubt'
      const placed = stage.provider.place(request, signal()).then(
        (accepted) => {
          answer = accepted
        },
        (error: unknown) => {
          answer = error instanceof PlacementRefused ? 'refused' : 'doubt'
          return answer
        },
      )
      let isOver = false
      void placed.finally(() => {
        isOver = true
      })
      await stage.until(() => isOver)
      return answer as { providerCallId: string } | 'refused' | 'doubt'
    }
    const lookUp = (request: PlacementRequest, providerCallId: string | null = null) =>
      stage.provider
        .lookUp({
          placementKey: request.placementKey,
          provider: stage.provider.name,
          providerCallId,
          // Every request has a number of its own.
          phoneNumber: request.phoneNumber,
          requestedAt: Temporal.Instant.fromEpochMilliseconds(0),
        })
        .catch((error: unknown) => {
          if (stage.isCalm) throw error
          return null
        })
    return {
      ...stage,
      events,
      place,
      lookUp,
      [Symbol.asyncDispose]: () => stage[Symbol.asyncDispose](),
    }
  }
  type Opened = Awaited<ReturnType<typeof open>>

  /** Until a look-up says that it ended; null where surely nothing rang. */
  async function endOf({ until, lookUp, linesOpened }: Opened, request: PlacementRequest) {
    if ((await linesOpened(request.placementKey)) === 0) return null
    let end: ProviderEvent | null = null
    await until(async () => {
      const answer = await lookUp(request)
      if (answer?.found && answer.latest?.type === 'ended') end = answer.latest
      return end !== null
    })
    return end as ProviderEvent | null
  }

  for (const course of ['answers', 'is_busy', 'does_not_answer'] as const) {
    test(`${name}: a customer who ${course.replaceAll('_', ' ')}`, async () => {
      await using stage = await open()
      for (let at = 0; at < 4; at += 1) {
        const request = stage.request(course)
        const answer = await stage.place(request)
        const end = await endOf(stage, request)
        expect(await stage.linesOpened(request.placementKey)).toBe(end === null ? 0 : 1)
        if (answer === 'refused') expect(end).toBeNull()
        if (stage.isCalm) expect(end).not.toBeNull()
        if (end === null) continue
        expect(end).toMatchObject({ type: 'ended', outcome: outcomes[course], source: 'look_up' })
        if (typeof answer === 'object') expect(end.providerCallId).toBe(answer.providerCallId)
        const told = stage.events.filter((event) => isOf(event, request))
        for (const event of told) expect(event.source).toBe('callback')
        if (stage.isCalm) {
          const hasEnded = () =>
            stage.events.some((event) => event.type === 'ended' && isOf(event, request))
          await stage.until(hasEnded)
        }
      }
      const keys = new Set(stage.events.map(({ placementKey }) => placementKey))
      for (const key of keys) expect(await stage.linesOpened(key)).toBe(1)
    })
  }

  test(`${name}: an attempt that it was never asked for is not found`, async () => {
    await using stage = await open()
    const answer = await stage.lookUp(stage.request('answers'))
    if (answer !== null || stage.isCalm) expect(answer).toEqual({ found: false })
  })

  test(`${name}: a line that is hung up ends, and hanging up again is no mistake`, async () => {
    await using stage = await open()
    const request = stage.request('does_not_answer')
    await stage.place(request)
    const found = await firstAnswer(stage, request)
    if (stage.isCalm) expect(found).not.toBeNull()
    if (found === null) return
    await stage.provider.hangUp(found.providerCallId)
    await stage.provider.hangUp(found.providerCallId)
    const end = await endOf(stage, request)
    expect(end?.type).toBe('ended')
  })

  async function firstAnswer({ until, lookUp, linesOpened }: Opened, request: PlacementRequest) {
    if ((await linesOpened(request.placementKey)) === 0) return null
    let found: { providerCallId: string } | null = null
    await until(async () => {
      const answer = await lookUp(request)
      if (answer?.found) found = answer
      return found !== null
    })
    return found as { providerCallId: string } | null
  }
}
