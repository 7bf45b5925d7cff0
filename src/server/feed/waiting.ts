import type { Clock } from '../clock.ts'

export type After = Clock['after']

/** Waits, or returns early once `signal` aborts. */
export async function pause(delayMs: number, after: After, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return
  await new Promise<void>((resolve) => {
    const end = () => {
      cancel()
      signal.removeEventListener('abort', end)
      resolve()
    }
    const cancel = after(delayMs, end)
    signal.addEventListener('abort', end)
  })
}

/** Settles once `signal` aborts. */
export async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return
  await new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

/** Settles with `promise`, or as soon as `signal` aborts. */
export async function untilAborted(promise: Promise<void>, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return
  let end = () => {}
  const aborted = new Promise<void>((resolve) => {
    end = resolve
    signal.addEventListener('abort', end)
  })
  await Promise.race([promise, aborted])
  signal.removeEventListener('abort', end)
}

/** Doubles from 100 ms up to 2 s, each shortened by up to a half at random. */
export const backoffMs = (failures: number, random: () => number): number =>
  Math.min(100 * 2 ** (failures - 1), 2000) * (1 - random() / 2)
