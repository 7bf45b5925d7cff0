import type { Temporal } from 'temporal-polyfill'
import type { Clock } from '../clock.ts'
import type { Deps } from '../deps.ts'

/** Leases leave room for two servers that are both this wrong, one early and one late. */
const toleranceMs = 5000
const checkEveryMs = 5000

/**
 * Answers whether this server's clock agrees with the database's. A server whose clock is off might
 * call people at night, give up what another is just placing, or erase what is young, so its
 * dispatcher waits.
 */
export function createClockGuard(
  { clock, log }: { clock: Clock; log: Deps['log'] },
  readDatabaseTime: () => Promise<Temporal.Instant>,
): () => Promise<boolean> {
  let isRight = true
  let checkedAtMs: number | null = null
  let checking: Promise<boolean> | null = null

  async function check(): Promise<boolean> {
    const beforeMs = clock.now().epochMilliseconds
    const databaseMs = (await readDatabaseTime()).epochMilliseconds
    const afterMs = clock.now().epochMilliseconds
    // The database read its clock at some moment between ours.
    const offMs = Math.max(beforeMs - databaseMs, databaseMs - afterMs)
    const wasRight = isRight
    isRight = offMs <= toleranceMs
    checkedAtMs = afterMs
    if (wasRight && !isRight) {
      log.error(
        { offMs },
        'the clock of this server or of its database is wrong: nothing is placed or erased',
      )
    }
    if (!wasRight && isRight) log.warn('the clocks agree again: calls are placed')
    return isRight
  }

  return async () => {
    const nowMs = clock.now().epochMilliseconds
    const isFresh = checkedAtMs !== null && Math.abs(nowMs - checkedAtMs) < checkEveryMs
    if (isFresh) return isRight
    // Many ask at the start; one question answers them all.
    checking ??= check().finally(() => {
      checking = null
    })
    return checking
  }
}
