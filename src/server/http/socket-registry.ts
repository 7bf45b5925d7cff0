import type { WebSocket } from 'ws'

/** How long a client may take to answer a close before its connection is broken off. */
const GOODBYE_MS = 2000
/** In the range that is free for applications; clients connect again and are judged anew. */
const SESSION_ENDED = 4401

/** Which sockets were opened by which session, so that the end of one ends the other. */
export type SocketRegistry = {
  /** Until the socket closes. A socket may belong to several keys. */
  add(key: string, socket: WebSocket): void
  /** Nothing is sent to the key's sockets from now on. Answers how many there were. */
  close(key: string): number
}

export function createSocketRegistry(goodbyeMs = GOODBYE_MS): SocketRegistry {
  const byKey = new Map<string, Set<WebSocket>>()
  return {
    add(key, socket) {
      if (socket.readyState !== socket.OPEN) return
      const sockets = byKey.get(key) ?? new Set()
      byKey.set(key, sockets.add(socket))
      socket.once('close', () => {
        sockets.delete(socket)
        if (sockets.size === 0 && byKey.get(key) === sockets) byKey.delete(key)
      })
    },
    close(key) {
      const sockets = [...(byKey.get(key) ?? [])]
      for (const socket of sockets) {
        socket.close(SESSION_ENDED, 'The session has ended')
        const late = setTimeout(() => socket.terminate(), goodbyeMs)
        socket.once('close', () => clearTimeout(late))
      }
      return sockets.length
    },
  }
}
