import type { WebSocket } from 'ws'

/**
 * Breaks off a socket unless its client has said something and is known by then. A client that
 * announced to tell who it is, and did not, would otherwise stay for ever.
 */
export function awaitFirstWord(socket: WebSocket, withinMs: number): { becomeKnown: () => void } {
  let isKnown = false
  let hasSpoken = false
  const late = setTimeout(() => socket.terminate(), withinMs)
  const check = () => {
    if (isKnown && hasSpoken) clearTimeout(late)
  }
  socket.once('message', () => {
    hasSpoken = true
    check()
  })
  socket.once('close', () => clearTimeout(late))
  return {
    becomeKnown() {
      isKnown = true
      check()
    },
  }
}
