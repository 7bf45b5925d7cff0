import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, expect, it } from 'vitest'
import {
  createLiveCalls,
  type FeedHandlers,
} from '../../../src/client/features/calls/live-calls.ts'
import type { CallDetail } from '../../../src/server/domain/call.schema.ts'
import { FeedModel } from '../../support/feed-model.ts'
import { sampleCall, uuidOf } from '../../support/sample-call.ts'

const id = uuidOf(1)
const detailKey = [['calls', 'byId'], { input: { id }, type: 'query' }]
const detailOf = (server: FeedModel): CallDetail => {
  const call = server.calls.get(id)
  if (call === undefined) throw new Error('There is no call with this id.')
  return { ...call, customerZones: [], transcript: null, audioDurationMs: null, attempts: [] }
}

const cleanUps: (() => void)[] = []
afterEach(() => {
  for (const cleanUp of cleanUps.splice(0)) cleanUp()
})

/** A page over a server in memory; the test plays the socket and the timers. */
function openPage() {
  const server = new FeedModel()
  server.write(id, sampleCall())
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const subscriptions: { after: string | null; handlers: FeedHandlers; isOpen: boolean }[] = []
  const timers: (() => void)[] = []
  const putOff: (() => void)[] = []
  let isBusy = false
  let now = 1000
  const live = createLiveCalls({
    queryClient,
    subscribe(after, handlers) {
      const subscription = { after, handlers, isOpen: true }
      subscriptions.push(subscription)
      return () => {
        subscription.isOpen = false
      }
    },
    nowMs: () => now,
    later(run) {
      timers.push(run)
      return () => timers.splice(timers.indexOf(run), 1)
    },
    putOff(run) {
      if (!isBusy) return null
      putOff.push(run)
      return () => putOff.splice(putOff.indexOf(run), 1)
    },
  })
  cleanUps.push(live.start(), () => queryClient.clear())
  return {
    server,
    queryClient,
    live,
    subscriptions,
    timers,
    putOff,
    at: (ms: number) => {
      now = ms
    },
    becomesBusy: (busy: boolean) => {
      isBusy = busy
    },
    hear: (received: Parameters<FeedHandlers['onMessage']>[0]) =>
      subscriptions.at(-1)?.handlers.onMessage(received),
    /** Shows what `read` answers; resolves when it has arrived. */
    async show<T>(queryKey: unknown[], read: () => T) {
      const observer = new QueryObserver(queryClient, { queryKey, queryFn: () => read() })
      cleanUps.push(observer.subscribe(() => undefined))
      await queryClient.refetchQueries({ queryKey })
      return observer
    },
  }
}

const settled = (queryClient: QueryClient) =>
  new Promise<void>((resolve) => {
    const check = () => {
      if (queryClient.isFetching() > 0) return
      stop()
      resolve()
    }
    const stop = queryClient.getQueryCache().subscribe(check)
    queueMicrotask(check)
  })

it('shows the newer row of an opened call at once, and fetches what the feed does not carry', async () => {
  const page = openPage()
  page.hear(page.server.hello(true))
  let reads = 0
  const opened = await page.show(detailKey, () => {
    reads += 1
    return detailOf(page.server)
  })
  page.server.write(id, sampleCall({ status: 'ringing' }))
  page.hear(page.server.changes(1, 2))
  expect(page.queryClient.getQueryData(detailKey)).toMatchObject({ status: 'ringing', version: 2 })
  await settled(page.queryClient)
  expect(reads).toBe(2)
  expect(opened.getCurrentResult().data?.status).toBe('ringing')
})

it('asks again why a call is not placed now once that call changes, and only then', async () => {
  const page = openPage()
  page.hear(page.server.hello(true))
  const asked: string[] = []
  for (const callId of [id, uuidOf(2)]) {
    const key = [['calls', 'whyNotNow'], { input: { id: callId }, type: 'query' }]
    await page.show(key, () => asked.push(callId))
  }
  asked.length = 0
  page.server.write(id, sampleCall({ notes: 'New' }))
  page.hear(page.server.changes(1, 2))
  await settled(page.queryClient)
  expect(asked).toEqual([id])
})

it('shows what came while the page was busy once, together, a moment later', async () => {
  const page = openPage()
  page.hear(page.server.hello(true))
  const opened = await page.show(detailKey, () => detailOf(page.server))
  const shown: (string | undefined)[] = []
  cleanUps.push(opened.subscribe(({ data }) => shown.push(data?.notes ?? undefined)))
  page.becomesBusy(true)
  for (const [at, notes] of ['One', 'Two'].entries()) {
    page.server.write(id, sampleCall({ notes }))
    page.hear(page.server.changes(at + 1, at + 2))
  }
  expect(page.queryClient.getQueryData(detailKey)).toMatchObject({ version: 1 })
  page.becomesBusy(false)
  expect(page.putOff).toHaveLength(1)
  page.putOff.shift()?.()
  expect(page.queryClient.getQueryData(detailKey)).toMatchObject({ notes: 'Two', version: 3 })
  await settled(page.queryClient)
  expect(shown).not.toContain('One')
  page.server.write(id, sampleCall({ notes: 'Three' }))
  page.hear(page.server.changes(3, 4))
  expect(page.queryClient.getQueryData(detailKey)).toMatchObject({ notes: 'Three' })
})

/** The next try brings what was missed. */
async function expectToCatchUp(page: ReturnType<typeof openPage>, listKey: unknown[]) {
  await expect.poll(() => page.timers.length).toBe(1)
  page.timers.shift()?.()
  await expect.poll(() => page.live.getStatus()).toEqual({ kind: 'live' })
  expect(page.queryClient.getQueryData(listKey)).toMatchObject({ calls: [{ notes: 'Missed' }] })
}

it('finds out that an opened call was deleted', async () => {
  const page = openPage()
  page.hear(page.server.hello(true))
  let reads = 0
  const opened = await page.show(detailKey, () => {
    reads += 1
    return detailOf(page.server)
  })
  page.server.write(id, null)
  page.hear(page.server.changes(1, 2))
  await settled(page.queryClient)
  expect(opened.getCurrentResult()).toMatchObject({ isError: true, data: undefined })
  expect(reads).toBe(2)
  page.server.write(uuidOf(2), sampleCall({ notes: 'Another' }))
  page.hear(page.server.changes(2, 3))
  await settled(page.queryClient)
  expect(reads).toBe(2)
})

it('goes on trying where a list that fell behind unseen cannot be fetched when it is opened', async () => {
  const page = openPage()
  const listKey = [['calls', 'list'], { input: { tab: 'ready' }, type: 'query' }]
  let isDown = false
  const list = () => {
    if (isDown) throw new Error('The server is away.')
    return page.server.page({ tab: 'ready', filter: {} }, 50, null)
  }
  const seen = await page.show(listKey, list)
  page.hear(page.server.hello(true))
  seen.destroy()
  page.server.write(id, sampleCall({ notes: 'Missed' }))
  page.hear(page.server.hello(false))
  await settled(page.queryClient)
  expect(page.live.getStatus()).toEqual({ kind: 'live' })
  isDown = true
  await page.show(listKey, list)
  await settled(page.queryClient)
  expect(page.live.getStatus()).toEqual({ kind: 'catching_up' })
  isDown = false
  await expectToCatchUp(page, listKey)
})

it('subscribes again after an end, from where it was, and says since when it is stale', () => {
  const page = openPage()
  page.hear(page.server.hello(true))
  page.server.write(id, sampleCall({ notes: 'New' }))
  page.hear(page.server.changes(1, 2))
  page.at(5000)
  page.subscriptions[0]?.handlers.onEnd()
  expect(page.live.getStatus()).toEqual({ kind: 'stale', sinceMs: 5000 })
  page.timers.shift()?.()
  expect(page.subscriptions.map(({ after }) => after)).toEqual([null, page.server.cursor()])
  page.hear(page.server.hello(true))
  expect(page.live.getStatus()).toEqual({ kind: 'live' })
})

it('asks for a new hello when the network is back, for the socket may have outlived the cut', () => {
  const page = openPage()
  page.hear(page.server.hello(true))
  page.at(7000)
  page.live.networkChanged(false)
  expect(page.live.getStatus()).toEqual({ kind: 'offline', sinceMs: 7000 })
  page.live.networkChanged(true)
  expect(page.live.getStatus()).toEqual({ kind: 'stale', sinceMs: 7000 })
  expect(page.subscriptions.map(({ isOpen }) => isOpen)).toEqual([false, true])
  // What the old subscription still says is not listened to.
  page.subscriptions[0]?.handlers.onConnectionLost()
  page.hear(page.server.hello(true))
  expect(page.live.getStatus()).toEqual({ kind: 'live' })
})

it('tries again until what was missed could be fetched', async () => {
  const page = openPage()
  const listKey = [['calls', 'list'], { input: { tab: 'ready' }, type: 'query' }]
  let isDown = false
  await page.show(listKey, () => {
    if (isDown) throw new Error('The server is away.')
    return page.server.page({ tab: 'ready', filter: {} }, 50, null)
  })
  page.hear(page.server.hello(true))
  isDown = true
  page.server.write(id, sampleCall({ notes: 'Missed' }))
  page.hear(page.server.hello(false))
  await settled(page.queryClient)
  expect(page.live.getStatus()).toEqual({ kind: 'catching_up' })
  isDown = false
  await expectToCatchUp(page, listKey)
})
