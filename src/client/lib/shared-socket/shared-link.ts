import { TRPCClientError, type TRPCLink } from '@trpc/client'
// biome-ignore lint/style/noRestrictedImports: what a link answers with is made nowhere else
import { observable } from '@trpc/server/observable'
import type { AppRouter } from '../../../server/trpc/router.ts'
import type { Line, TabWord, WorkerWord } from './words.ts'

/** The worker has answered within this time, or it is taken for dead. */
const PATIENCE_MS = 5000
const PING_EVERY_MS = 15_000

export type SharedLinkOptions = {
  line: Line<TabWord, WorkerWord>
  /** Takes the lock by whose end the worker knows that this tab is gone; then runs `held`. */
  holdLock: (held: (lockName: string) => void) => void
  /** For when the worker is of no use: a socket of this tab's own. */
  ownSocket: TRPCLink<AppRouter>
  onDismissed?: () => void
  onRefused?: () => void
  /** Runs something later; answers how to call it off. */
  later?: (delayMs: number, run: () => void) => () => void
}

function realLater(delayMs: number, run: () => void): () => void {
  const timer = setTimeout(run, delayMs)
  return () => clearTimeout(timer)
}

type Hear = (word: WorkerWord & { id: number }) => void

/**
 * Subscriptions over the socket that all tabs of the browser share. A worker that falls silent
 * ends them with an error; whoever subscribes again from their cursor does so over a socket of the
 * tab's own, and has lost nothing.
 */
export function sharedLink(options: SharedLinkOptions): TRPCLink<AppRouter> {
  const { line, later = realLater } = options
  const subscriptions = new Map<number, Hear>()
  let nextId = 1
  let isBroken = false
  let stopWaiting: (() => void) | null = null

  function giveUp(): void {
    isBroken = true
    const message = 'The socket that the tabs share has fallen silent.'
    for (const [id, hear] of [...subscriptions]) hear({ type: 'error', id, message })
  }

  function ask(word: TabWord): void {
    stopWaiting?.()
    stopWaiting = later(PATIENCE_MS, giveUp)
    line.say(word)
  }

  function pingLater(): void {
    stopWaiting = later(PING_EVERY_MS, () => ask({ type: 'ping' }))
  }

  line.onWord((word) => {
    if (isBroken) return
    if (word.type === 'dismissed') return options.onDismissed?.()
    if (word.type === 'refused') return options.onRefused?.()
    if (word.type === 'pong') {
      stopWaiting?.()
      return pingLater()
    }
    subscriptions.get(word.id)?.(word)
  })
  options.holdLock((lockName) => ask({ type: 'hello', lockName }))

  return (runtime) => {
    const ownSocket = options.ownSocket(runtime)
    return (operation) => {
      if (isBroken) return ownSocket(operation)
      const { path, input } = operation.op
      return observable((observer) => {
        const id = nextId
        nextId += 1
        subscriptions.set(id, (word) => {
          switch (word.type) {
            case 'data':
              return observer.next({ result: { type: 'data', data: word.data } })
            case 'state': {
              const { state, hasFailed } = word
              const error = new TRPCClientError<AppRouter>('The connection was lost.')
              if (state === 'connecting') {
                return observer.next({
                  result: { type: 'state', state, error: hasFailed ? error : null },
                })
              }
              return observer.next({ result: { type: 'state', state, error: null } })
            }
            case 'error':
              return observer.error(new TRPCClientError(word.message))
            case 'complete':
              return observer.complete()
          }
        })
        line.say({ type: 'subscribe', id, path, input })
        return () => {
          subscriptions.delete(id)
          line.say({ type: 'unsubscribe', id })
        }
      })
    }
  }
}
