import { firstSpanAfter, mergeSpans, type Span, type Spans } from './time-spans.ts'
import { MS_PER_DAY } from './zone-clock.ts'

/** Answers where an endless series of stretches stands, working out only the pages asked for. */
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

  // A stretch over a page's border is stored in two parts; people are told its real end.
  const joinNextPages = (span: Span): Span => {
    const page = pageOf(span[1])
    if (span[1] !== page * PAGE_MS) return span
    const rest = onPage(page)[0]
    if (!rest || rest[0] !== span[1]) return span
    return mergeSpans([span, rest])[0] ?? span
  }

  const at = (instantMs: number): Span | null => {
    const span = firstSpanAfter(onPage(pageOf(instantMs)), instantMs)
    return span && span[0] <= instantMs ? joinNextPages(span) : null
  }

  const next = (instantMs: number, untilMs: number): Span | null => {
    for (let page = pageOf(instantMs); page * PAGE_MS < untilMs; page++) {
      const span = firstSpanAfter(onPage(page), instantMs)
      if (span) return span[0] < untilMs ? joinNextPages(span) : null
    }
    return null
  }

  return { onPage, at, next }
}
