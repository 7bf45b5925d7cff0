import type { ConversationState, Saying } from './conversation.schema.ts'
import { spokenMs } from './spoken-time.ts'

/** The state with what is being said now; one segment for each language, from `atMs` on. */
export function noteSaid(state: ConversationState, say: Saying[], atMs: number): ConversationState {
  const parts: Saying[] = []
  for (const { language, text } of say) {
    const last = parts.at(-1)
    if (last?.language === language) last.text += ` ${text}`
    else parts.push({ language, text })
  }
  let from = atMs
  const said = parts.map(({ text }) => {
    const startMs = from
    from += spokenMs(text)
    return { speaker: 'agent' as const, text, startMs, endMs: from }
  })
  return {
    ...state,
    segments: [...state.segments, ...said],
    turnAtMs: atMs,
    turnSegment: state.segments.length,
  }
}

/**
 * The state with what the customer answered by `atMs`; null where nothing was. Only the end of an
 * answer is known: what lies before it is shared out by its length.
 */
export function noteHeard(
  state: ConversationState,
  heard: string | null,
  atMs: number,
): ConversationState {
  const endMs = Math.max(atMs, state.turnAtMs)
  const before = state.segments.slice(0, state.turnSegment)
  const said = state.segments.slice(state.turnSegment)
  const saidMs = said.reduce((sum, { startMs, endMs: end }) => sum + end - startMs, 0)
  const heardMs = heard === null ? 0 : spokenMs(heard)
  const share = Math.min(1, (endMs - state.turnAtMs) / Math.max(1, saidMs + heardMs))
  const scaled = (ms: number) => Math.round(state.turnAtMs + (ms - state.turnAtMs) * share)
  const answer =
    heard === null
      ? []
      : [
          {
            speaker: 'customer' as const,
            text: heard,
            startMs: endMs - Math.floor(heardMs * share),
            endMs,
          },
        ]
  return {
    ...state,
    segments: [
      ...before,
      ...said.map((segment) => ({
        ...segment,
        startMs: scaled(segment.startMs),
        endMs: scaled(segment.endMs),
      })),
      ...answer,
    ],
    turnAtMs: endMs,
    turnSegment: before.length + said.length + answer.length,
  }
}
