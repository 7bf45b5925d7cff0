/** What a tab says to the worker that has the browser's one socket. */
export type TabWord =
  /** The tab holds this Web Lock until it is gone, however it goes. */
  | { type: 'hello'; lockName: string }
  | { type: 'ping' }
  | { type: 'subscribe'; id: number; path: string; input: unknown }
  | { type: 'unsubscribe'; id: number }

/** What the worker says to a tab; with an id, of that tab's subscription. */
export type WorkerWord =
  | { type: 'pong' }
  | { type: 'data'; id: number; data: unknown }
  /** `connecting` after a failure, or for the first time. */
  | { type: 'state'; id: number; state: 'connecting' | 'idle' | 'pending'; hasFailed: boolean }
  | { type: 'error'; id: number; message: string }
  | { type: 'complete'; id: number }
  /** The session that the socket was opened in is over. */
  | { type: 'dismissed' }
  /** The socket could not be opened. */
  | { type: 'refused' }

/** One end of the line between a tab and the worker. */
export type Line<Said, Heard> = {
  say: (word: Said) => void
  onWord: (hear: (word: Heard) => void) => void
}

/** A message port as a line. Both ends are of one build, so that words need no checking. */
export function lineOver<Said, Heard>(port: MessagePort): Line<Said, Heard> {
  return {
    say: (word) => port.postMessage(word),
    onWord(hear) {
      port.addEventListener('message', ({ data }) => hear(data))
      port.start()
    },
  }
}
