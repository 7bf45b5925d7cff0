import { describe, expect, it } from 'vitest'
import { demoSteps } from '../../../src/client/features/demo/demo-steps.ts'
import type { CallAttempt } from '../../../src/server/domain/call.schema.ts'

const at = (second: number) => `2026-11-20T15:00:${String(second).padStart(2, '0')}.000Z`

const attempt = (times: Partial<CallAttempt>): CallAttempt => ({
  id: '019f0000-0000-7000-8000-000000000001',
  number: 1,
  provider: 'simulator',
  providerCallId: null,
  status: 'placing',
  outcome: null,
  requestedAt: at(5),
  acceptedAt: null,
  ringingAt: null,
  answeredAt: null,
  endedAt: null,
  scheduleConfigVersion: 1,
  campaignConfigVersion: null,
  gates: [],
  history: [],
  errorMessage: null,
  ...times,
})

const call = {
  createdAt: at(0),
  startTime: at(5),
  endTime: null,
  npsScore: null,
  feedbackSummary: null,
}

const states = (input: Parameters<typeof demoSteps>[0]) =>
  demoSteps(input).map(({ key, state }) => `${key} ${state}`)

describe('demoSteps', () => {
  it('waits after the creation', () => {
    expect(states({ ...call, status: 'ready', startTime: null, attempts: [] })).toEqual([
      'created done',
      'placing waiting',
      'ringing waiting',
      'conversation waiting',
      'ended waiting',
      'feedback waiting',
    ])
  })

  it('shows the status of the row although its attempt has not arrived', () => {
    expect(states({ ...call, status: 'ringing', attempts: [] })).toEqual([
      'created done',
      'placing done',
      'ringing current',
      'conversation waiting',
      'ended waiting',
      'feedback waiting',
    ])
  })

  it('tells when each step of an answered call happened', () => {
    const steps = demoSteps({
      ...call,
      status: 'completed',
      endTime: at(40),
      npsScore: 9,
      attempts: [attempt({ ringingAt: at(7), answeredAt: at(12), endedAt: at(40) })],
    })
    expect(steps.map(({ at }) => at)).toEqual([at(0), at(5), at(7), at(12), at(40), at(40)])
    expect(steps.every(({ state }) => state === 'done')).toBe(true)
  })

  it('skips what an unanswered call never had', () => {
    expect(
      states({
        ...call,
        status: 'missed',
        endTime: at(30),
        attempts: [attempt({ ringingAt: at(7), endedAt: at(30) })],
      }),
    ).toEqual([
      'created done',
      'placing done',
      'ringing done',
      'conversation skipped',
      'ended done',
      'feedback skipped',
    ])
  })

  it('skips everything in between for a call that was canceled before it was placed', () => {
    expect(
      states({ ...call, status: 'canceled', startTime: null, endTime: at(9), attempts: [] }),
    ).toEqual([
      'created done',
      'placing skipped',
      'ringing skipped',
      'conversation skipped',
      'ended done',
      'feedback skipped',
    ])
  })

  it('follows the last of several attempts', () => {
    const steps = demoSteps({
      ...call,
      status: 'in_progress',
      attempts: [
        attempt({ requestedAt: at(1), ringingAt: at(2), endedAt: at(3) }),
        attempt({ number: 2, requestedAt: at(10), ringingAt: at(11), answeredAt: at(12) }),
      ],
    })
    expect(steps.map(({ at }) => at)).toEqual([at(0), at(10), at(11), at(12), null, null])
  })
})
