import type { Line, TabWord, WorkerWord } from './words.ts'

export type SubscriptionHandlers = {
  onData: (data: unknown) => void
  onState: (state: { state: 'connecting' | 'idle' | 'pending'; hasFailed: boolean }) => void
  onError: (message: string) => void
  onComplete: () => void
}

/** Begins a subscription over the one socket; answers how to end it. */
export type Subscribe = (
  wish: { path: string; input: unknown },
  handlers: SubscriptionHandlers,
) => () => void

/**
 * In the worker: carries the subscriptions of all tabs over one socket. Each tab has its own, from
 * its own cursor, so that none depends on what another has heard.
 */
export function createSwitchboard(ports: {
  subscribe: Subscribe
  /** Settles once the lock can be had: its tab is gone. */
  untilGone: (lockName: string) => Promise<void>
}) {
  const tabs = new Set<Line<WorkerWord, TabWord>>()
  return {
    connect(tab: Line<WorkerWord, TabWord>): void {
      const ends = new Map<number, () => void>()
      tabs.add(tab)
      const leave = () => {
        tabs.delete(tab)
        for (const end of ends.values()) end()
        ends.clear()
      }
      tab.onWord((word) => {
        switch (word.type) {
          case 'hello':
            void ports.untilGone(word.lockName).then(leave)
            return tab.say({ type: 'pong' })
          case 'ping':
            return tab.say({ type: 'pong' })
          case 'unsubscribe':
            ends.get(word.id)?.()
            ends.delete(word.id)
            return
          case 'subscribe': {
            const { id } = word
            const end = ports.subscribe(word, {
              onData: (data) => tab.say({ type: 'data', id, data }),
              onState: (state) => tab.say({ type: 'state', id, ...state }),
              onError: (message) => tab.say({ type: 'error', id, message }),
              onComplete: () => tab.say({ type: 'complete', id }),
            })
            ends.set(id, end)
          }
        }
      })
    },
    tellAll(word: WorkerWord): void {
      for (const tab of tabs) tab.say(word)
    },
  }
}
