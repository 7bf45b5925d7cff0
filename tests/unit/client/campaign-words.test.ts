import { describe, expect, it } from 'vitest'
import { progressWords, standOf } from '../../../src/client/features/campaigns/campaign-words.ts'
import type { Campaign } from '../../../src/server/domain/campaign.schema.ts'

const progress: Campaign['progress'] = {
  visits: 20,
  calls: 19,
  waiting: 4,
  covered: 2,
  optedOut: 1,
  byStatus: {
    ready: 3,
    placing: 0,
    ringing: 1,
    in_progress: 0,
    completed: 6,
    missed: 3,
    failed: 1,
    unknown: 1,
    canceled: 4,
  },
}

describe('how far a campaign is', () => {
  it('counts apart who was not reached, who asked for no calls and who is asked in another call', () => {
    expect(progressWords(progress)).toBe(
      '20 visits: 6 of 19 calls completed, 1 on the line, 4 waiting, 3 not reached, 1 in doubt, ' +
        '2 asked about in another call, 1 opted out, 1 canceled',
    )
  })

  it('says nothing of what did not happen', () => {
    const byStatus = { ...progress.byStatus, ringing: 0, missed: 1, unknown: 0, canceled: 0 }
    const calm = { ...progress, calls: 11, covered: 0, optedOut: 0, byStatus, waiting: 5 }
    expect(progressWords(calm)).toBe('20 visits: 6 of 11 calls completed, 5 waiting')
  })

  it('adds up to all calls', () => {
    const parts = Object.values(standOf(progress))
    expect(parts.reduce((sum, part) => sum + part)).toBe(progress.calls)
  })
})
