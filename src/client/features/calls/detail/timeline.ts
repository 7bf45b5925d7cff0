import type { CallAttempt } from '../../../../server/domain/call.schema.ts'
import type {
  CallEdit,
  CallHistory,
  CallOrigin,
} from '../../../../server/domain/call-history.schema.ts'

/** One thing that happened to a call; `older` stands where changes are missing that are not loaded. */
export type TimelineEntry =
  | { kind: 'attempt'; at: string; attempt: CallAttempt }
  | { kind: 'edit'; at: string; edit: CallEdit }
  | { kind: 'older' }
  | { kind: 'origin'; at: string; origin: CallOrigin | null }

/**
 * All that happened to a call, the newest first and how it was brought in last, out of the pages of its
 * history that are loaded. Of one instant, an attempt comes after what somebody did: it follows from it.
 */
export function callTimeline(
  call: { createdAt: string; attempts: readonly CallAttempt[] },
  pages: readonly Pick<CallHistory, 'origin' | 'edits' | 'nextCursor'>[],
): TimelineEntry[] {
  const edits = pages.flatMap((page) => page.edits).map(asEntry)
  const attempts = call.attempts
    .toSorted((a, b) => b.number - a.number)
    .map((attempt) => ({ kind: 'attempt' as const, at: attempt.requestedAt, attempt }))
  // The sort is stable, and attempts stand first.
  const entries: TimelineEntry[] = [...attempts, ...edits].sort(
    (a, b) => Date.parse(b.at) - Date.parse(a.at),
  )
  if (pages.at(-1)?.nextCursor != null) {
    const oldest = entries.findLastIndex(({ kind }) => kind === 'edit')
    entries.splice(oldest + 1, 0, { kind: 'older' })
  }
  return [...entries, { kind: 'origin', at: call.createdAt, origin: pages[0]?.origin ?? null }]
}

const asEntry = (edit: CallEdit) => ({ kind: 'edit' as const, at: edit.createdAt, edit })

/** Each has a key of its own, whatever comes between. */
export function keyOf(entry: TimelineEntry): string {
  if (entry.kind === 'attempt') return entry.attempt.id
  return entry.kind === 'edit' ? entry.edit.id : entry.kind
}
