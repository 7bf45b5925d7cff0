import { firstSpanAfter, type Span, type Spans } from './time-spans.ts'
import { MS_PER_DAY } from './zone-clock.ts'

/**
 * Finds stretches in an endless series of them, working out only the pages asked for. A stretch that
 * lasts for months is answered cut off, at least a month from the instant.
 */
export type SpanFinder = {
  /** Every stretch within a page, cut at its borders. */
  onPage(page: number): Spans
  /** The stretch that holds the instant, or null. */
  at(instantMs: number): Span | null
  /** The stretch that holds the instant, else the first one to start before `untilMs`, or null. */
  next(instantMs: number, untilMs: number): Span | null
}

const PAGE_MS = 32 * MS_PER_DAY

/** `findSpans` gives all stretches within [fromMs, toMs), cut at both. */
export function createSpanFinder(findSpans: (fromMs: number, toMs: number) => Spans): SpanFinder {
  return createPagedFinder((page) => findSpans(page * PAGE_MS, (page + 1) * PAGE_MS))
}

/** As `createSpanFinder`, made from other finders' pages. */
export function createPagedFinder(findPage: (page: number) => Spans): SpanFinder {
  const pages = new Map<number, Spans>()
  const pageOf = (instantMs: number) => Math.floor(instantMs / PAGE_MS)

  const onPage = (page: number): Spans => {
    let spans = pages.get(page)
    if (!spans) {
      spans = findPage(page)
      pages.set(page, spans)
    }
    return spans
  }

  // A stretch over a page's border is stored in parts; people are told its real start and end.
  const joinParts = (span: Span): Span => {
    const before = span[0] === pageOf(span[0]) * PAGE_MS ? onPage(pageOf(span[0]) - 1).at(-1) : null
    const after = span[1] === pageOf(span[1]) * PAGE_MS ? onPage(pageOf(span[1]))[0] : null
    return [
      before && before[1] === span[0] ? before[0] : span[0],
      after && after[0] === span[1] ? after[1] : span[1],
    ]
  }

  const at = (instantMs: number): Span | null => {
    const span = firstSpanAfter(onPage(pageOf(instantMs)), instantMs)
    return span && span[0] <= instantMs ? joinParts(span) : null
  }

  const next = (instantMs: number, untilMs: number): Span | null => {
    for (let page = pageOf(instantMs); page * PAGE_MS < untilMs; page++) {
      const span = firstSpanAfter(onPage(page), instantMs)
      if (span) return span[0] < untilMs ? joinParts(span) : null
    }
    return null
  }

  return { onPage, at, next }
}
