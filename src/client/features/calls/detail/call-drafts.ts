import type { Call, CallDetail } from '../../../../server/domain/call.schema.ts'
import type { Feedback } from './feedback-edit.ts'
import type { UnsavedOutcome } from './use-save-call.ts'

/** What somebody writes into a call and has not saved; `base` is the call as it was when they began. */
export type CallDraft = {
  note: { text: string; base: CallDetail } | null
  /** `begun`: praise and complaints of which the end is still to come. */
  feedback: { words: Feedback; begun: BegunMentions; base: CallDetail } | null
  tags: { wanted: string[]; base: CallDetail; problem: UnsavedOutcome | null } | null
  /** A tag of which the end is still to come. */
  tagWords: string
}

export type BegunMentions = Partial<Record<'positiveMentions' | 'areasToImprove', string>>

export const nothingDrafted: CallDraft = { note: null, feedback: null, tags: null, tagWords: '' }

export type CallDrafts = {
  /** What another person wrote is gone at the first look of this one. */
  read: (whose: Whose) => CallDraft
  change: (whose: Whose, to: (now: CallDraft) => CallDraft) => void
  /** Where the page went: a draft stays with its call, and while the server asks who somebody is. */
  arriveAt: (place: { pathname: string; search: object }) => void
  subscribe: (listener: () => void) => () => void
}

/** `person` is one in one organization. */
type Whose = { person: string; callId: string }

/**
 * Of the call that stands open, which outlives its panel: a window that gets narrower moves it, and a
 * session may end. In memory alone, so that nothing is left on a machine that others use.
 */
export function createCallDrafts(): CallDrafts {
  let kept: (Whose & { draft: CallDraft }) | null = null
  const listeners = new Set<() => void>()

  function read({ person, callId }: Whose): CallDraft {
    if (kept !== null && kept.person !== person) kept = null
    return kept?.callId === callId ? kept.draft : nothingDrafted
  }
  return {
    read,
    change(whose, to) {
      const draft = to(read(whose))
      if (!isEmpty(draft)) kept = { ...whose, draft }
      // An answer that comes late is about a call that was left meanwhile.
      else if (kept?.callId === whose.callId) kept = null
      for (const listener of listeners) listener()
    },
    arriveAt({ pathname, search }) {
      const wasEnded = 'ended' in search && search.ended === true
      if (pathname === '/sign-in' && wasEnded) return
      const openId = 'call' in search ? search.call : undefined
      if (kept?.callId !== openId) kept = null
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** What is left of the drafts once `sent` is saved: another correction was begun or went on meanwhile. */
export function afterFeedbackSaved(
  now: CallDraft,
  sent: NonNullable<CallDraft['feedback']>,
  saved: Call,
): CallDraft {
  // One begun anew keeps the base it was begun from.
  if (now.feedback === null || now.feedback.base !== sent.base) return now
  if (now.feedback.words === sent.words) return { ...now, feedback: null }
  return { ...now, feedback: { ...now.feedback, base: { ...sent.base, ...saved } } }
}

/** What is left once tags were answered: later ones have an answer of their own to come. */
export const afterTagsAnswered = (
  now: CallDraft,
  sent: string[],
  problem: UnsavedOutcome | null,
): CallDraft =>
  now.tags?.wanted === sent ? { ...now, tags: problem && { ...now.tags, problem } } : now

const isEmpty = ({ note, feedback, tags, tagWords }: CallDraft) =>
  note === null && feedback === null && tags === null && tagWords === ''
