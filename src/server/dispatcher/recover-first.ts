import type { Clock } from '../clock.ts'
import { withDeadline } from '../with-deadline.ts'

/** How long claiming waits for the recovery of what an earlier process left on the line. */
const recoverFirstMs = 5000

export type RecoverFirst = {
  /** Recovers what an earlier process left; one run at a time, and never again once one succeeded. */
  run(): Promise<void>
  isDone(): boolean
  /**
   * Waits for that once, and not for ever: without waiting, a server that keeps crashing would claim
   * each time and never recover. A recovery that takes longer, or fails, goes on beside the placing.
   */
  beforeClaiming(): Promise<void>
}

export function createRecoverFirst(clock: Clock, recover: () => Promise<unknown>): RecoverFirst {
  let isDone = false
  let running: Promise<void> | null = null
  let mayClaim = false
  async function once(): Promise<void> {
    try {
      await recover()
      isDone = true
    } finally {
      running = null
    }
  }
  const run = () => {
    if (isDone) return Promise.resolve()
    running ??= once()
    return running
  }
  return {
    run,
    isDone: () => isDone,
    async beforeClaiming() {
      if (mayClaim) return
      await withDeadline(clock, recoverFirstMs, run()).catch(() => undefined)
      mayClaim = true
    },
  }
}
