import type { Temporal } from 'temporal-polyfill'

/** After the first try, the second … eighth: the last one is almost a day after the first. */
const delaysSec = [5, 300, 1800, 7200, 5 * 3600, 8 * 3600, 8 * 3600]
/** A share of each delay by which it may be longer, so that what failed together is not tried together. */
const spread = 0.1
const disableAfter = { hours: 3 * 24 }
/** The receiver says that it is gone for good. */
const GONE = 410

/** When a message is sent again after so many tries; null once it is given up. */
export function nextTryAt(
  tries: number,
  { now, random }: { now: Temporal.Instant; random: () => number },
): Temporal.Instant | null {
  const delaySec = delaysSec[tries - 1]
  if (delaySec === undefined) return null
  return now.add({ milliseconds: Math.round(delaySec * 1000 * (1 + spread * random())) })
}

export const isDelivered = (statusCode: number): boolean => statusCode >= 200 && statusCode < 300

/** Why an endpoint is no longer sent anything; null while it is. */
export function whyDisable(input: {
  statusCode: number | null
  /** Since when no message has got through. */
  failingSince: Temporal.Instant
  now: Temporal.Instant
}): string | null {
  if (input.statusCode === GONE) return 'It answered that it is gone for good (410).'
  const hasLasted = input.failingSince.add(disableAfter).epochMilliseconds
  return hasLasted <= input.now.epochMilliseconds ? 'Nothing got through for three days.' : null
}
