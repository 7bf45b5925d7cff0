import type { FeedPosition } from '../domain/feed-cursor.ts'
import type { After } from './waiting.ts'
import type { WakeUp } from './wake-ups.ts'

/** Tells other processes of changes, seldom enough that a busy organization floods nobody. */
export type Announcer = {
  /** The organization's log has grown: others hear of it now, or with its next wake-up. */
  announce(organizationId: string): void
  close(): void
}

export function createAnnouncer(input: {
  /** Where the logs end; read when the word goes out, so that one word stands for many changes. */
  readPositions: (organizationIds: readonly string[]) => Promise<Map<string, FeedPosition>>
  send: (wakeUps: readonly WakeUp[]) => Promise<void>
  /** At most one wake-up of an organization in this time. */
  everyMs: number
  after: After
  onFailure: (error: unknown) => void
}): Announcer {
  const { readPositions, send, everyMs, after, onFailure } = input
  const waiting = new Set<string>()
  const resting = new Map<string, () => void>()
  let isSending = false
  let isClosed = false

  function sendNext(): void {
    if (isSending || isClosed) return
    const ids = [...waiting].filter((id) => !resting.has(id))
    if (ids.length === 0) return
    for (const id of ids) {
      waiting.delete(id)
      const rest = after(everyMs, () => {
        resting.delete(id)
        sendNext()
      })
      resting.set(id, rest)
    }
    void sendNow(ids)
  }

  async function sendNow(ids: readonly string[]): Promise<void> {
    isSending = true
    try {
      const positions = await readPositions(ids)
      await send([...positions].map(([organizationId, { seq }]) => ({ organizationId, seq })))
    } catch (error) {
      // Lost: the others find it when they poll.
      onFailure(error)
    }
    isSending = false
    sendNext()
  }

  return {
    announce(organizationId) {
      waiting.add(organizationId)
      sendNext()
    },
    close() {
      isClosed = true
      for (const cancel of resting.values()) cancel()
    },
  }
}
