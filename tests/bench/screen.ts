import { setTimeout as pause } from 'node:timers/promises'
import { chromium } from 'playwright-core'
import { appendFeedEvents, feedChangeOf } from '../../src/server/db/append-feed-events.ts'
import { noCounts } from '../../src/server/domain/tab-counts.ts'
import { cookieAt } from '../support/cookie-at.ts'
import { browserArgs, findBrowser } from '../support/find-browser.ts'
import { atMost, type Measurement, none, percentile, round } from '../support/measurement.ts'
import { openRealHouse } from '../support/real-house.ts'
import { type FeedPlace, listFrom, makeCalls } from '../support/trials/feed-place.ts'

const perSecond = 50
const seconds = 10
const callCount = 20

/**
 * From a change that one process commits to the changed row on the screen of a Chromium whose page
 * another process serves. The clock starts ahead of the statement that commits, and stops behind
 * the frame that paints the row. The page has to be built: `npm run build`.
 */
export async function measure(): Promise<Measurement> {
  await using house = await openRealHouse({ servers: 2 })
  const { place, cookie, servers } = house
  await makeCalls(place, callCount)
  const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArgs })
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 1400 } })
    const url = `http://127.0.0.1:${servers[1]?.port}`
    await context.addCookies([cookieAt(url, cookie)])
    const page = await context.newPage()
    await page.goto(url)
    await page
      .locator('tbody tr[aria-rowindex]')
      .nth(callCount - 1)
      .waitFor()
    await page.evaluate(watchRows)
    const rename = await openRenamer(place)
    const writing: Promise<unknown>[] = []
    const begin = performance.now()
    for (let made = 0; made < perSecond * seconds; made += 1) {
      const dueMs = begin + (made * 1000) / perSecond - performance.now()
      if (dueMs > 0) await pause(dueMs)
      writing.push(rename.next())
    }
    await Promise.all(writing)
    await pause(1000)
    const seen = await page.evaluate('ringbackSeen')
    const lateMs = Array.isArray(seen) ? seen.map(Number) : []
    const shown: unknown = await page.evaluate(shownNames)
    const texts = Array.isArray(shown) ? shown.map(String) : []
    const names = [...rename.lastNames.values()]
    const stale = names.filter((each) => !texts.some((text) => text.includes(each)))
    const worst = percentile(lateMs.slice(perSecond), 0.99)
    return {
      name: 'screen',
      aims: [
        atMost(`p99 from commit to screen at ${perSecond}/s`, 150, worst, 'ms'),
        none('rows that do not show their last name', callCount - names.length + stale.length),
      ],
      figures: {
        changes: writing.length,
        'seen on screen': lateMs.length,
        'p50 ms': round(percentile(lateMs.slice(perSecond), 0.5)),
        'p99 ms': round(worst),
      },
    }
  } finally {
    await browser.close()
  }
}

/** Renames one customer after the other, by as little as it takes: the writer is not measured. */
async function openRenamer(place: FeedPlace) {
  const { db, deps, organizationId, ports } = place
  const [port = 0] = ports
  const { calls } = await listFrom(place, port, 'ready')
  /** By call; each name is given once. */
  const lastNames = new Map<string, string>()
  let made = 0
  const next = async () => {
    const known = calls[made % calls.length]
    if (known === undefined) return
    made += 1
    known.version += 1
    const call = { ...known, customerName: `Robin ${Date.now()}-${made}.` }
    lastNames.set(call.id, call.customerName)
    await appendFeedEvents(db, {
      organizationId,
      changes: [feedChangeOf(call)],
      countDelta: noCounts,
      now: new Date(),
    })
    deps.feed.announce(organizationId)
  }
  return { next, lastNames }
}

const shownNames = `
  [...document.querySelectorAll('tbody tr[aria-rowindex]')].map(({ textContent }) => textContent)
`

/** In the page: notes for each stamped name how late it was painted. */
const watchRows = `
  globalThis.ringbackSeen = []
  const known = new Set()
  new MutationObserver(() => {
    const stamps = []
    for (const row of document.querySelectorAll('tbody tr[aria-rowindex]')) {
      const stamp = Number(/Robin (\\d{13})/.exec(row.textContent)?.[1])
      if (stamp > 0 && !known.has(stamp + row.ariaRowIndex)) {
        known.add(stamp + row.ariaRowIndex)
        stamps.push(stamp)
      }
    }
    if (stamps.length === 0) return
    requestAnimationFrame(() => setTimeout(() => {
      for (const stamp of stamps) ringbackSeen.push(Date.now() - stamp)
    }))
  }).observe(document.querySelector('tbody'), { childList: true, characterData: true, subtree: true })
`
