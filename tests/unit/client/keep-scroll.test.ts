import { createMemoryHistory, createRootRoute, createRouter } from '@tanstack/react-router'
import { beforeEach, expect, it } from 'vitest'
import { keepScroll } from '../../../src/client/shell/keep-scroll.ts'

/** As a browser does it: nobody gets further down than the page is long. */
function shortPage() {
  let top = 0
  return {
    longest: 0,
    get scrollTop() {
      return top
    },
    set scrollTop(wished) {
      top = Math.min(wished, this.longest)
    },
  }
}

const newRouter = () =>
  createRouter({ routeTree: createRootRoute(), history: createMemoryHistory() })
let router: ReturnType<typeof newRouter>
let page: ReturnType<typeof shortPage>
let watching: { grown: () => void; givenUp: () => void } | null
let stop: () => void

beforeEach(() => {
  router = newRouter()
  page = shortPage()
  watching = null
  stop = keepScroll({
    router,
    element: () => page,
    watchGrowth(_, on) {
      watching = on
      return () => {
        watching = null
      }
    },
  })
})

const at = (key: string) => ({
  ...router.latestLocation,
  state: { __TSR_key: key, __TSR_index: 0 },
})

/** Goes from one entry of the history to another, whose page is so long when it is first drawn. */
function go(from: string, to: string, longest: number) {
  const change = {
    fromLocation: at(from),
    toLocation: at(to),
    pathChanged: true,
    hrefChanged: true,
    hashChanged: false,
  }
  router.emit({ type: 'onBeforeLoad', ...change })
  page.longest = longest
  page.scrollTop = Math.min(page.scrollTop, longest)
  router.emit({ type: 'onRendered', ...change })
}

function leaveInsightsAt(top: number) {
  page.longest = 2000
  page.scrollTop = top
  go('insights', 'calls', 2000)
  expect(page.scrollTop).toBe(0)
}

function growTo(longest: number) {
  page.longest = longest
  watching?.grown()
}

it('finds a page that is there at once where it was left', () => {
  leaveInsightsAt(1200.5)
  go('calls', 'insights', 2000)
  expect(page.scrollTop).toBe(1200.5)
  expect(watching).toBeNull()
})

it('finds a page whose answer comes later where it was left, and then lets go of it', () => {
  leaveInsightsAt(1200)
  go('calls', 'insights', 100)
  expect(page.scrollTop).toBe(100)
  growTo(900)
  expect(page.scrollTop).toBe(900)
  growTo(2000)
  expect(page.scrollTop).toBe(1200)
  expect(watching).toBeNull()
})

it('leaves the page to who scrolls it before the answer is there', () => {
  leaveInsightsAt(1200)
  go('calls', 'insights', 100)
  watching?.givenUp()
  expect(watching).toBeNull()
  page.scrollTop = 40
  go('insights', 'calls', 2000)
  go('calls', 'insights', 2000)
  expect(page.scrollTop).toBe(40)
})

it('still knows the place of a page that is left before its answer is there', () => {
  leaveInsightsAt(1200)
  go('calls', 'insights', 100)
  go('insights', 'calls', 2000)
  expect(watching).toBeNull()
  expect(page.scrollTop).toBe(0)
  go('calls', 'insights', 2000)
  expect(page.scrollTop).toBe(1200)
})

it('watches nothing any more once the frame of the pages is gone', () => {
  leaveInsightsAt(1200)
  go('calls', 'insights', 100)
  stop()
  expect(watching).toBeNull()
})
