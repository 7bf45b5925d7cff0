import fc from 'fast-check'
import type { DispatcherDeps } from '../../../src/server/dispatcher/dispatcher.ts'
import { applyAttemptNews } from '../../../src/server/services/apply-attempt-news.ts'
import { claimDueCalls } from '../../../src/server/services/claim-due-calls.ts'
import { clearToSend } from '../../../src/server/services/clear-to-send.ts'
import type { ProviderEvent } from '../../../src/server/telephony/port.ts'

type End = Extract<ProviderEvent, { type: 'ended' }>
export type News =
  | { type: 'ringing' }
  | { type: 'answered' }
  | Pick<End, 'type' | 'outcome' | 'talkSec' | 'feedback'>

export const ended = (outcome: End['outcome']): News => ({
  type: 'ended',
  outcome,
  feedback: null,
  talkSec: outcome === 'answered' ? 40 : null,
})

const lives: readonly { status: string; news: readonly News[] }[] = [
  { status: 'completed', news: [{ type: 'ringing' }, { type: 'answered' }, ended('answered')] },
  { status: 'missed', news: [{ type: 'ringing' }, ended('no_answer')] },
  { status: 'missed', news: [ended('busy')] },
  { status: 'failed', news: [{ type: 'ringing' }, ended('invalid_number')] },
]

export type ToldLife = { status: string; told: News[] }

/** A life of which everything is told one to five times, in any order. */
export const anyToldLife: fc.Arbitrary<ToldLife> = fc.constantFrom(...lives).chain((life) =>
  fc
    .array(fc.integer({ min: 1, max: 5 }), {
      minLength: life.news.length,
      maxLength: life.news.length,
    })
    .map((times) => life.news.flatMap((one, at) => Array<News>(times[at] ?? 1).fill(one)))
    .chain((all) => fc.shuffledSubarray(all, { minLength: all.length }))
    .map((told) => ({ status: life.status, told })),
)

const rank = ['placing', 'ringing', 'in_progress', 'completed', 'missed', 'failed']

/**
 * Claims as many due calls as there are lives, tells each its life, several at a time, and answers
 * what went wrong: another end, a move backwards, a change without an event, news that were lost.
 */
export async function tellLives(
  deps: DispatcherDeps,
  input: { organizationId: string; lives: readonly ToldLife[] },
): Promise<string[]> {
  const { organizationId, lives } = input
  const { attempts } = await claimDueCalls(deps, { organizationId, limit: lives.length })
  if (attempts.length !== lives.length) throw new Error('Too few calls are due.')
  await clearToSend(
    deps,
    attempts.map((attempt) => ({ attempt })),
  )
  const applied = new Map<string, number>()
  await Promise.all(
    attempts.map(async ({ callId, request: { placementKey } }, at) => {
      for (const news of lives[at]?.told ?? []) {
        const result = await applyAttemptNews(deps, {
          placementKey,
          providerCallId: `line-${callId}`,
          at: deps.clock.now(),
          source: 'callback',
          ...news,
        })
        if (result === 'applied') applied.set(callId, (applied.get(callId) ?? 0) + 1)
      }
    }),
  )
  const rows = await deps.db.$queryRaw<
    { id: string; status: string; version: number; told: string[]; heard: number }[]
  >`
    select c.id, c.status, c.version, jsonb_array_length(a.history) as heard,
      (select array_agg(f.payload -> 'call' ->> 'status' order by f.seq) from "FeedEvent" f
        where f."organizationId" = c."organizationId" and f."callId" = c.id) as told
    from "Call" c join "CallAttempt" a on a."organizationId" = c."organizationId" and a."callId" = c.id
    where c.id = any(${attempts.map(({ callId }) => callId)}::uuid[])`
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  return attempts.flatMap(({ callId }, at) => {
    const life = lives[at]
    const row = rowOf.get(callId)
    if (life === undefined || row === undefined) return [`${callId} is gone`]
    const ranks = row.told.map((status) => rank.indexOf(status))
    const changes = applied.get(callId) ?? 0
    const wrong = [
      row.status !== life.status && `ended as ${row.status}`,
      ranks.some((one, index) => index > 0 && one <= (ranks[index - 1] ?? -1)) && 'moved backwards',
      row.told.length !== 1 + changes && `${row.told.length} events for ${changes} changes`,
      row.version !== 2 + changes && `version ${row.version} after ${changes} changes`,
      row.heard !== 2 + life.told.length && `${row.heard} entries of history`,
    ].filter((what) => what !== false)
    return wrong.map((what) => `${what}: ${JSON.stringify(life.told.map(({ type }) => type))}`)
  })
}
