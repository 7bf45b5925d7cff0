import { createTRPCClient, type TRPCLink } from '@trpc/client'
import { observable } from '@trpc/server/observable'
import { expect, it } from 'vitest'
import { sharedLink } from '../../../src/client/lib/shared-socket/shared-link.ts'
import {
  createSwitchboard,
  type SubscriptionHandlers,
} from '../../../src/client/lib/shared-socket/switchboard.ts'
import type { Line, TabWord, WorkerWord } from '../../../src/client/lib/shared-socket/words.ts'
import type { AppRouter } from '../../../src/server/trpc/router.ts'

const cursor = (seq: number) => `0192f5a0-0000-7000-8000-000000000000:${seq}`

/** A browser with one worker; the test plays the socket, the timers and the end of tabs. */
function openBrowser() {
  const begun: { input: unknown; handlers: SubscriptionHandlers; isOpen: boolean }[] = []
  const gone = new Map<string, () => void>()
  const timers: { delayMs: number; run: () => void }[] = []
  let isDead = false
  const switchboard = createSwitchboard({
    subscribe({ input }, handlers) {
      const subscription = { input, handlers, isOpen: true }
      begun.push(subscription)
      return () => {
        subscription.isOpen = false
      }
    },
    untilGone: (lockName) => new Promise((resolve) => gone.set(lockName, resolve)),
  })
  const own: unknown[] = []
  const ownSocket: TRPCLink<AppRouter> =
    () =>
    ({ op }) =>
      observable(() => {
        own.push(op.input)
      })
  return {
    begun,
    own,
    timers,
    switchboard,
    kill: () => {
      isDead = true
    },
    closeTab: (name: string) => gone.get(name)?.(),
    openTab(name: string) {
      let hearInTab = (_: WorkerWord) => {}
      let hearInWorker = (_: TabWord) => {}
      const tabEnd: Line<TabWord, WorkerWord> = {
        say: (word) => !isDead && hearInWorker(word),
        onWord: (hear) => {
          hearInTab = hear
        },
      }
      switchboard.connect({
        say: (word) => hearInTab(word),
        onWord: (hear) => {
          hearInWorker = hear
        },
      })
      const said: string[] = []
      const client = createTRPCClient<AppRouter>({
        links: [
          sharedLink({
            line: tabEnd,
            holdLock: (held) => held(name),
            ownSocket,
            onDismissed: () => said.push('dismissed'),
            onRefused: () => said.push('refused'),
            later(delayMs, run) {
              const timer = { delayMs, run }
              timers.push(timer)
              return () => timers.splice(timers.indexOf(timer), 1)
            },
          }),
        ],
      })
      const subscribe = (after: string | null) =>
        client.calls.live.subscribe(
          { after },
          {
            onData: ({ id }) => said.push(id),
            onConnectionStateChange: ({ state, error }) => said.push(error ? 'lost' : state),
            onError: ({ message }) => said.push(message),
            onComplete: () => said.push('over'),
          },
        )
      return { said, subscribe }
    },
  }
}

it('carries each tab from its own cursor', () => {
  const browser = openBrowser()
  const [first, second] = [browser.openTab('first'), browser.openTab('second')]
  first.subscribe(cursor(3))
  second.subscribe(cursor(5))
  expect(browser.begun.map(({ input }) => input)).toEqual([
    { after: cursor(3) },
    { after: cursor(5) },
  ])
  browser.begun[0]?.handlers.onData({ id: cursor(4), data: {} })
  browser.begun[1]?.handlers.onState({ state: 'connecting', hasFailed: true })
  expect(first.said).toEqual([cursor(4)])
  expect(second.said).toEqual(['lost'])
})

it('ends what a tab had once it is gone, and leaves the others alone', () => {
  const browser = openBrowser()
  const [first, second] = [browser.openTab('first'), browser.openTab('second')]
  first.subscribe(null)
  const subscription = second.subscribe(null)
  browser.closeTab('first')
  return Promise.resolve().then(() => {
    expect(browser.begun.map(({ isOpen }) => isOpen)).toEqual([false, true])
    subscription.unsubscribe()
    expect(browser.begun[1]?.isOpen).toBe(false)
  })
})

it('tells all tabs that the session is over, or that nobody may come in', () => {
  const browser = openBrowser()
  const tabs = [browser.openTab('first'), browser.openTab('second')]
  browser.switchboard.tellAll({ type: 'dismissed' })
  browser.switchboard.tellAll({ type: 'refused' })
  for (const { said } of tabs) expect(said).toEqual(['dismissed', 'refused'])
})

it('goes on with a socket of its own when the worker has fallen silent', () => {
  const browser = openBrowser()
  const tab = browser.openTab('first')
  tab.subscribe(cursor(1))
  // Each timer stands alone: the next ping, then the wait for its answer.
  browser.timers.shift()?.run()
  expect(tab.said, 'it answered').toEqual([])
  browser.kill()
  browser.timers.shift()?.run()
  browser.timers.shift()?.run()
  expect(tab.said).toEqual([expect.stringMatching(/silent/)])
  tab.subscribe(cursor(2))
  expect(browser.own).toEqual([{ after: cursor(2) }])
})

it('does not wait for a worker that never answered', () => {
  const browser = openBrowser()
  browser.kill()
  const tab = browser.openTab('first')
  tab.subscribe(null)
  expect(browser.timers.map(({ delayMs }) => delayMs)).toEqual([5000])
  browser.timers.shift()?.run()
  expect(tab.said).toEqual([expect.stringMatching(/silent/)])
})
