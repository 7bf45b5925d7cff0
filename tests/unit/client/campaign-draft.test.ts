import { expect, it } from 'vitest'
import {
  type CampaignDraft,
  emptyDraft,
  rebaseDraft,
} from '../../../src/client/features/campaigns/campaign-draft.ts'

const base: CampaignDraft = {
  ...emptyDraft,
  name: 'Recall',
  firstDay: '2026-11-20',
  schedule: { maxAttempts: 2, maxActiveCalls: 1 },
}
const saved: CampaignDraft = {
  ...base,
  firstDay: '2026-11-23',
  lastDay: '2026-11-30',
  schedule: { maxAttempts: 3, maxActiveCalls: 1, expireAfterHours: 24 },
}

it('what was not changed here is taken over', () => {
  expect(rebaseDraft(base, base, saved)).toEqual(saved)
})

it('what was changed here stays on top, rule by rule', () => {
  const mine = { ...base, name: 'Winter', schedule: { ...base.schedule, maxActiveCalls: 5 } }
  expect(rebaseDraft(mine, base, saved)).toEqual({
    ...saved,
    name: 'Winter',
    schedule: { maxAttempts: 3, maxActiveCalls: 5, expireAfterHours: 24 },
  })
})

it('a rule that was switched off stays off, and one that was emptied stays empty', () => {
  const mine = { ...base, firstDay: '', schedule: { maxAttempts: 2 } }
  expect(rebaseDraft(mine, base, saved)).toEqual({
    ...saved,
    firstDay: '',
    schedule: { maxAttempts: 3, expireAfterHours: 24 },
  })
})
