import { TRPCClientError } from '@trpc/client'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { retryWithPatience } from '../../../src/client/features/demo/stage/away.ts'
import { quickAnswers } from '../../../src/client/features/demo/stage/quick-answers.ts'
import {
  actAt,
  isOnItsWay,
  nextStop,
  sceneAt,
  wasGivenBack,
  wordsSaid,
} from '../../../src/client/features/demo/stage/scenes.ts'
import {
  type ClockEvent,
  nextClock,
  stillClock,
} from '../../../src/client/features/demo/stage/stage-clock.ts'
import { callStatuses, isLive } from '../../../src/server/domain/call-status.ts'
import { conversationSteps, type Heard } from '../../../src/server/domain/conversation.schema.ts'
import { readStageScenarios } from '../../../src/server/services/read-stage-scenarios.ts'
import { lastTurn } from '../../support/talk.ts'

const scenarios = readStageScenarios()
const scenario = (wanted: string) => {
  const found = scenarios.find(({ id }) => id === wanted)
  if (found === undefined) throw new Error(`There is no scenario ${wanted}.`)
  return found
}

describe('scenes', () => {
  it.each(scenarios)(
    'of "$title" are there while the call is on the line, and only then',
    (played) => {
      for (const status of callStatuses) {
        expect(sceneAt(status, played, 1) !== null).toBe(isLive(status))
      }
    },
  )

  it('lead through a call that nobody answers, and then through one that somebody does', () => {
    const retried = scenario('retried')
    const ways = [1, 2, 3].map((attempt) => sceneAt('ringing', retried, attempt)?.next)
    expect(ways).toEqual(['ended', 'answered', 'answered'])
    expect(actAt(retried, 0)).toEqual(actAt(retried, 1))
    const talk = sceneAt('in_progress', retried, 2)
    expect(talk?.lastsMs).toBe(retried.acts[1]?.conversation?.durationMs)
  })

  it('wait for a guest as long as it takes', () => {
    expect(sceneAt('in_progress', scenario('live'), 1)).toEqual({ lastsMs: null, next: 'ended' })
  })
})

describe('a line', () => {
  const missed = { status: 'missed', outcome: 'no_answer', attemptCount: 1 } as const
  it.each([
    { id: 'promoter', call: missed, isGivenBack: true },
    { id: 'live', call: missed, isGivenBack: false },
    { id: 'retried', call: missed, isGivenBack: false },
    { id: 'retried', call: { ...missed, attemptCount: 2 }, isGivenBack: true },
    { id: 'promoter', call: { ...missed, outcome: 'expired' as const }, isGivenBack: false },
    { id: 'promoter', call: { ...missed, status: 'completed' as const }, isGivenBack: false },
  ])('of "$id" that ends as $call was given back: $isGivenBack', ({ id, call, isGivenBack }) => {
    expect(wasGivenBack(call, scenario(id))).toBe(isGivenBack)
  })
})

describe('a start that nobody answered', () => {
  const dueAt = '2026-11-20T15:30:00.000Z'
  it.each([
    { call: { status: 'ready', dueAt: null }, isSeen: false },
    { call: { status: 'missed', dueAt: null }, isSeen: false },
    { call: { status: 'ready', dueAt }, isSeen: true },
    { call: { status: 'ringing', dueAt: null }, isSeen: true },
    { call: { status: 'completed', dueAt: null }, isSeen: true },
  ] as const)('is seen to be under way at $call: $isSeen', ({ call, isSeen }) => {
    expect(isOnItsWay(call)).toBe(isSeen)
  })
})

describe('what is told again', () => {
  const away = new Error('Failed to fetch')
  const refusal = (code: string) =>
    TRPCClientError.from({ error: { code: -32_000, message: code, data: { code } } })
  /** How often something is told after the first time, as long as it fails with these. */
  const timesTold = (retry: ReturnType<typeof retryWithPatience>, failures: Error[]) => {
    const last = failures.findIndex((failure, count) => !retry(count, failure))
    return last === -1 ? failures.length : last
  }
  const conflicts = Array<Error>(5).fill(refusal('CONFLICT'))

  it.each([
    { name: 'a line that is not open yet', failures: conflicts, times: 3 },
    { name: 'a server that is away', failures: Array<Error>(20).fill(away), times: 20 },
    {
      name: 'a server that was away for long, and then opens a line',
      failures: [...Array<Error>(20).fill(away), ...conflicts],
      times: 23,
    },
    { name: 'a call that is gone', failures: [refusal('NOT_FOUND')], times: 0 },
  ])('to $name: $times times', ({ failures, times }) => {
    const retry = retryWithPatience(3)
    expect(timesTold(retry, failures)).toBe(times)
    // What is told next is told with new patience.
    expect(timesTold(retry, failures)).toBe(times)
  })
})

describe('a step', () => {
  const segments = [
    { speaker: 'agent' as const, text: 'One two.', startMs: 100, endMs: 900 },
    { speaker: 'customer' as const, text: 'Three.', startMs: 1000, endMs: 1500 },
  ]
  it.each([
    [0, true, 100],
    [100, true, 1000],
    [1000, true, null],
    [0, false, 900],
    [900, false, 1500],
    [1500, false, null],
  ])('at %i ms, playing: %s, leads to %s', (positionMs, isPlaying, stop) => {
    expect(nextStop(segments, positionMs, isPlaying)).toBe(stop)
  })

  it('says all words from first to last within their sentence, never taking one back', () => {
    const sentence = fc.record({
      text: fc.stringMatching(/^[a-z]{1,9}( [a-z]{1,9}){0,8}$/),
      startMs: fc.nat(5000),
      lastsMs: fc.integer({ min: 1, max: 9000 }),
    })
    fc.assert(
      fc.property(sentence, ({ text, startMs, lastsMs }) => {
        const segment = { text, startMs, endMs: startMs + lastsMs }
        const at = (share: number) => wordsSaid(segment, startMs + share * lastsMs)
        const shares = [-0.1, 0, 0.2, 0.4, 0.6, 0.8, 1, 2].map(at)
        expect(shares[0]).toBe(0)
        expect(shares[1]).toBe(1)
        expect(shares.at(-2)).toBe(text.split(' ').length)
        expect(shares).toEqual([...shares].sort((a, b) => a - b))
      }),
    )
  })
})

describe('the clock of the stage', () => {
  const run = (...events: ClockEvent[]) => events.reduce(nextClock, stillClock)
  const passed = (ms: number, heardMs: number | null = null): ClockEvent => ({
    type: 'passed',
    ms,
    heardMs,
  })
  const playing: ClockEvent[] = [
    { type: 'scene', scene: 'ringing' },
    { type: 'played', isPlaying: true },
  ]

  it('stands while paused and before there is a scene', () => {
    expect(run({ type: 'scene', scene: 'ringing' }, passed(500)).positionMs).toBe(0)
    expect(run({ type: 'played', isPlaying: true }, passed(500)).positionMs).toBe(0)
    expect(run(...playing, passed(500)).positionMs).toBe(500)
  })

  it('runs faster on wish, and begins anew with each scene', () => {
    const fast = run(...playing, { type: 'speed', speed: 4 }, passed(500))
    expect(fast.positionMs).toBe(2000)
    const next = nextClock(fast, { type: 'scene', scene: 'in_progress' })
    expect(next).toEqual({ ...fast, scene: 'in_progress', positionMs: 0 })
    expect(nextClock(fast, { type: 'scene', scene: 'ringing' })).toBe(fast)
  })

  it('goes on where a scene was left, and begins any other anew', () => {
    const kept = { scene: 'in_progress', positionMs: 7000 }
    expect(run({ type: 'scene', scene: 'in_progress', kept }).positionMs).toBe(7000)
    expect(run({ type: 'scene', scene: 'ringing', kept }).positionMs).toBe(0)
  })

  it('follows what is heard, but neither back nor astray', () => {
    expect(run(...playing, passed(500, 300)).positionMs).toBe(300)
    expect(run(...playing, passed(500), passed(100, 200)).positionMs).toBe(500)
    expect(run(...playing, passed(500, 9000)).positionMs).toBe(500)
  })
})

const keysOf = (heard: Heard) => (heard.type === 'keys' ? heard.keys.replace('#', '') : '')

describe('the buttons of a guest', () => {
  it('are all understood at their step', () => {
    const before = { consent: [], nps: ['#1'], reason: ['#1', '#9'] }
    for (const [wanted, answers] of Object.entries(before)) {
      const step = conversationSteps.find((known) => known === wanted) ?? 'over'
      const otherLanguages = [{ key: '3', language: 'es' as const }]
      for (const { label, heard } of quickAnswers({ step, language: 'en', otherLanguages })) {
        if (heard.type === 'silence') continue
        const said = heard.type === 'speech' ? heard.text : `#${keysOf(heard)}#`
        const { state } = lastTurn([...answers, said])
        if (label === 'Spanish') expect(state.language).toBe('es')
        else expect(state.step, `${step}: ${label}`).not.toBe(step)
      }
    }
  })
})
