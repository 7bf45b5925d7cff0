import type { Logger } from 'pino'
import type { WebSocket } from 'ws'
import type { Identity } from '../auth/identity.ts'

/** Application code of a close (RFC 6455, 7.4.2): the page behind it asks to sign in again. */
const SIGNED_OUT = 4401
const LAST_WORDS_MS = 1000

/** Knows in whose name each socket is open, and closes those whose identity has ended. */
export type IdentityWatch = {
  admit(socket: WebSocket, identity: Identity): void
  close(): void
}

/** What the watch asks the database, which the log-out may have reached by another process. */
export type IdentitySource = {
  /** Which of these identities have ended. */
  findEnded: (identities: readonly Identity[]) => Promise<ReadonlySet<Identity>>
  /** What happened lately to people and keys, under ids that name each change. */
  readChanges: (withinMs: number) => Promise<readonly { id: bigint; subjectId: string }[]>
}

/** Changes are asked for of so long that one whose transaction took long is among them. */
const OVERLAP_MS = 15_000
/** So many are asked after in each round whatever happened: time itself ends sessions too. */
const SWEPT_AT_ONCE = 100

/**
 * Looks at most once per `everyMs`, and only while a socket is open, whose identity may have ended
 * lately, and asks after those; with thousands of sockets, asking after all would cost more than
 * the feed.
 */
export function watchIdentities(input: {
  source: IdentitySource
  everyMs?: number
  /** Grows steadily, whatever happens to the time of day. */
  steadyMs?: () => number
  log: Logger
}): IdentityWatch {
  const { source, everyMs = 400, steadyMs = () => performance.now(), log } = input
  const sockets = new Map<WebSocket, Identity>()
  let isAsking = false
  let known: ReadonlySet<bigint> = new Set()
  let sweep = sockets.entries()
  let lookedAtMs = steadyMs()

  async function look(): Promise<void> {
    if (isAsking) return
    const nowMs = steadyMs()
    if (sockets.size === 0) {
      lookedAtMs = nowMs
      return
    }
    isAsking = true
    try {
      // After failed looks, everything since the last good one.
      const changes = await source.readChanges(nowMs - lookedAtMs + OVERLAP_MS)
      const fresh = new Set(
        changes.flatMap(({ id, subjectId }) => (known.has(id) ? [] : subjectId)),
      )
      const concerned = new Map(nextOnes())
      for (const [socket, identity] of fresh.size > 0 ? sockets : []) {
        if (fresh.has(identity.actor.id ?? '')) concerned.set(socket, identity)
      }
      const ended = await source.findEnded([...concerned.values()])
      for (const [socket, identity] of concerned) if (ended.has(identity)) dismiss(socket)
      // Only now: a look that failed is to be made again.
      known = new Set(changes.map(({ id }) => id))
      lookedAtMs = nowMs
    } catch (error) {
      // While the database is away nothing flows either; the next look decides.
      log.debug({ err: error }, 'Open sockets could not be checked')
    }
    isAsking = false
  }

  /** Goes round all sockets, a few in each look. */
  function nextOnes(): [WebSocket, Identity][] {
    const ones: [WebSocket, Identity][] = []
    while (ones.length < Math.min(SWEPT_AT_ONCE, sockets.size)) {
      const next = sweep.next()
      if (next.done) sweep = sockets.entries()
      else ones.push(next.value)
    }
    return ones
  }

  /** From here on nothing is sent, whatever subscriptions still yield. */
  function dismiss(socket: WebSocket): void {
    sockets.delete(socket)
    socket.close(SIGNED_OUT, 'Signed out')
    const late = setTimeout(() => socket.terminate(), LAST_WORDS_MS)
    socket.once('close', () => clearTimeout(late))
  }

  const timer = setInterval(() => void look(), everyMs)
  return {
    admit(socket, identity) {
      sockets.set(socket, identity)
      socket.once('close', () => sockets.delete(socket))
    },
    close: () => clearInterval(timer),
  }
}
