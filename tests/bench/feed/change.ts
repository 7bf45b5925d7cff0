import type { Call } from '../../../src/server/domain/call.schema.ts'
import { sampleCall, uuidOf } from '../../support/sample-call.ts'

/** How many calls change in turn: enough for no two changes of one call to meet in a tick. */
export const callCount = 500

/** A call whose note says which change this is and when it was made, in milliseconds. */
export const changedCall = (seq: number, madeMs: number): Call =>
  sampleCall({
    id: uuidOf(seq % callCount),
    version: 1 + Math.ceil(seq / callCount),
    notes: `change ${seq} of ${madeMs.toFixed(2)}`,
  })

/** Finer than Date.now(), and the same in every process of this machine. */
export const wallMs = (): number => performance.timeOrigin + performance.now()

/** Every change in a message of any of the contestants, in the order in which it tells them. */
export function changesIn(text: string): { seq: number; madeMs: number }[] {
  return [...text.matchAll(/change (\d+) of ([\d.]+)/g)].map(([, seq, madeMs]) => ({
    seq: Number(seq),
    madeMs: Number(madeMs),
  }))
}
