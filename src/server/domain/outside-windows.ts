import type { Temporal } from 'temporal-polyfill'

/** How long leave to call outside the windows holds, from the instant that it was given for. */
export const LEAVE_HOLDS_MINUTES = 60

/**
 * Until when a manager's leave to call outside the windows holds: an hour after the instant that it
 * was given for, so that a pause or full lines do not carry it into a holiday. Null for none.
 */
export function outsideWindowsUntil(call: {
  isAllowedOutsideWindows: boolean
  notBefore: Temporal.Instant | null
  dueAt: Temporal.Instant | null
}): Temporal.Instant | null {
  const givenFor = call.isAllowedOutsideWindows ? (call.notBefore ?? call.dueAt) : null
  return givenFor?.add({ minutes: LEAVE_HOLDS_MINUTES }) ?? null
}

export const mayGoOutsideWindows = (
  call: { outsideWindowsUntil?: Temporal.Instant | null },
  at: Temporal.Instant,
): boolean =>
  at.epochMilliseconds < (call.outsideWindowsUntil?.epochMilliseconds ?? Number.NEGATIVE_INFINITY)
