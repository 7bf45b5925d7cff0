import type { TRPCLink } from '@trpc/client'
import type { AppRouter } from '../../../server/trpc/router.ts'
import { type SharedLinkOptions, sharedLink } from './shared-link.ts'
import { lineOver } from './words.ts'

/**
 * The link to the browser's shared socket; the tab's own socket where the browser has no shared
 * workers, or none of the locks by which a worker hears that a tab is gone.
 */
export function openSharedLink(options: Options): TRPCLink<AppRouter> {
  let link: TRPCLink<AppRouter> | null = null
  return (runtime) => {
    let carry: ReturnType<TRPCLink<AppRouter>> | null = null
    return (operation) => {
      // The worker starts with the first subscription: before the first rows it would only delay them.
      link ??= openWorker(options)
      carry ??= link(runtime)
      return carry(operation)
    }
  }
}

type Options = Pick<SharedLinkOptions, 'ownSocket' | 'onDismissed' | 'onRefused'>

function openWorker(options: Options): TRPCLink<AppRouter> {
  if (!('SharedWorker' in globalThis) || !('locks' in navigator)) return options.ownSocket
  try {
    const { port } = new SharedWorker(new URL('./feed-worker.ts', import.meta.url), {
      type: 'module',
      name: 'Ringback',
    })
    return sharedLink({ ...options, line: lineOver(port), holdLock })
  } catch {
    return options.ownSocket
  }
}

function holdLock(held: (lockName: string) => void): void {
  const lockName = `ringback-tab-${crypto.randomUUID()}`
  void navigator.locks.request(lockName, () => {
    held(lockName)
    // Never let go: the browser does, when the tab is gone.
    return new Promise(() => undefined)
  })
}
