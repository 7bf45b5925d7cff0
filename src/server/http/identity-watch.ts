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

/**
 * Asks at most once per `everyMs`, and only while a socket is open, which of the identities have
 * ended. The database is asked rather than this process told: the log-out may come by another one.
 */
export function watchIdentities(input: {
  findEnded: (identities: readonly Identity[]) => Promise<ReadonlySet<Identity>>
  everyMs?: number
  log: Logger
}): IdentityWatch {
  const { findEnded, everyMs = 400, log } = input
  const sockets = new Map<WebSocket, Identity>()
  let isAsking = false

  async function look(): Promise<void> {
    if (isAsking || sockets.size === 0) return
    isAsking = true
    try {
      const ended = await findEnded([...sockets.values()])
      for (const [socket, identity] of sockets) if (ended.has(identity)) dismiss(socket)
    } catch (error) {
      // While the database is away nothing flows either; the next look decides.
      log.debug({ err: error }, 'Open sockets could not be checked')
    }
    isAsking = false
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
