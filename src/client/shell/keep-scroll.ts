import type { RegisteredRouter } from '@tanstack/react-router'

type Scrolled = { scrollTop: number }

/** Says when what is scrolled may have grown, until it gives up; answers how to stop. */
export type WatchGrowth<Element> = (
  element: Element,
  on: { grown: () => void; givenUp: () => void },
) => () => void

/**
 * Each page begins at its top, and "back" finds it where it was left: at once, or when what it shows
 * is there again. Answers how to stop.
 */
export function keepScroll<Element extends Scrolled>(input: {
  router: Pick<RegisteredRouter, 'subscribe'>
  element: () => Element | null
  watchGrowth: WatchGrowth<Element>
}): () => void {
  const { router, element, watchGrowth } = input
  const leftAt = new Map<string, number>()
  let returning: Returning | null = null
  const stops = [
    router.subscribe('onBeforeLoad', ({ fromLocation, pathChanged }) => {
      const place = element()
      if (!pathChanged || !place) return
      const key = fromLocation?.state.__TSR_key
      // Left before it was reached, the place is still where one wants to be.
      if (key && !returning?.isUnderWay()) leftAt.set(key, place.scrollTop)
      returning?.stop()
    }),
    router.subscribe('onRendered', ({ toLocation, pathChanged }) => {
      const place = element()
      if (!pathChanged || !place) return
      const top = leftAt.get(toLocation.state.__TSR_key ?? '') ?? 0
      returning = returnTo(place, top, watchGrowth)
    }),
  ]
  return () => {
    returning?.stop()
    for (const stop of stops) stop()
  }
}

type Returning = { isUnderWay: () => boolean; stop: () => void }

/** A page that is still being fetched is not long enough yet. */
function returnTo<Element extends Scrolled>(
  element: Element,
  top: number,
  watchGrowth: WatchGrowth<Element>,
): Returning {
  const isThere = () => {
    element.scrollTop = top
    return element.scrollTop >= Math.floor(top)
  }
  let stopWatching: (() => void) | null = null
  const stop = () => {
    stopWatching?.()
    stopWatching = null
  }
  if (!isThere()) {
    stopWatching = watchGrowth(element, { grown: () => isThere() && stop(), givenUp: stop })
  }
  return { isUnderWay: () => stopWatching !== null, stop }
}
