import type { Call } from '../../../../server/domain/call.schema.ts'

type WhatIsThere = {
  selected: readonly Call[]
  /** The call that stands open, or null; its call is null until it is known. */
  opened: { id: string; call: Call | null } | null
  /** Of the row that has the focus, or had it last. */
  atCursor: Call | null
  /** Of the row to which somebody went and on which the focus still is. */
  focusedId: string | null
}

/**
 * Which calls a key is about. It is plain where nothing on the screen points at another one: then
 * what can be taken back needs no question.
 */
export function meantCalls({ selected, opened, atCursor, focusedId }: WhatIsThere): {
  calls: readonly Call[]
  isPlain: boolean
} {
  const single = opened === null ? atCursor : opened.call
  const calls = selected.length > 0 ? selected : single === null ? [] : [single]
  const pointers = [opened?.id ?? null, focusedId].filter((id) => id !== null)
  const isPlain =
    calls.length === 1 && pointers.length > 0 && pointers.every((id) => id === calls[0]?.id)
  return { calls, isPlain }
}
