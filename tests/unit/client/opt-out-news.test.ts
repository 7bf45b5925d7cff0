import { expect, it } from 'vitest'
import { mayHaveOptOuts } from '../../../src/client/features/do-not-call/use-opt-out-news.ts'
import type { FeedMessage } from '../../../src/server/domain/feed.schema.ts'
import { sampleCall } from '../../support/sample-call.ts'

const about = { counts: { ready: 0, missed: 0, completed: 0 }, sentAt: '2026-11-20T15:00:00.000Z' }
const changes = (...outcomes: (Parameters<typeof sampleCall>[0] & object)['outcome'][]) =>
  ({
    ...about,
    type: 'changes',
    calls: outcomes.map((outcome) => sampleCall({ outcome })),
    deleted: [],
  }) satisfies FeedMessage

it.each([
  ['a call whose customer asked for no more', changes('answered', 'opted_out'), true],
  ['other calls', changes('answered', 'no_answer', null), false],
  ['the first word after a gap', { ...about, type: 'hello', recovered: true } as const, true],
])('looks at the list again after %s, or not', (_, message, isAsked) => {
  expect(mayHaveOptOuts(message)).toBe(isAsked)
})
