/** A stretch of instants in epoch milliseconds; the end is outside it. */
export type Span = readonly [startMs: number, endMs: number]

/** Stretches in order of time that neither overlap nor touch. */
export type Spans = Span[]

/** Sorts, and joins stretches that overlap or touch. */
export function mergeSpans(spans: readonly Span[]): Spans {
  const merged: [number, number][] = []
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else merged.push([start, end])
  }
  return merged
}

export function intersectSpans(left: Spans, right: Spans): Spans {
  const common: Span[] = []
  let l = 0
  let r = 0
  for (;;) {
    const a = left[l]
    const b = right[r]
    if (!a || !b) return common
    const start = Math.max(a[0], b[0])
    const end = Math.min(a[1], b[1])
    if (start < end) common.push([start, end])
    if (a[1] < b[1]) l++
    else r++
  }
}

/** What lies between the stretches, within [fromMs, toMs). */
export function gapsBetween(spans: Spans, fromMs: number, toMs: number): Spans {
  const gaps: Span[] = []
  let reached = fromMs
  for (const [start, end] of spans) {
    if (end <= fromMs) continue
    if (start >= toMs) break
    if (reached < start) gaps.push([reached, start])
    reached = Math.max(reached, end)
  }
  if (reached < toMs) gaps.push([reached, toMs])
  return gaps
}

/** The first stretch that ends after an instant: the one that holds it, else the next one. */
export function firstSpanAfter(spans: Spans, instantMs: number): Span | undefined {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    const span = spans[middle]
    if (span && span[1] <= instantMs) low = middle + 1
    else high = middle
  }
  return spans[low]
}
