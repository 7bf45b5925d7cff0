import type { Clock } from './clock.ts'

/** What was waited for did not come in time; it may still come. */
export class DeadlinePassed extends Error {
  override readonly name = 'DeadlinePassed'
}

/** The promise's own end, or `DeadlinePassed` once `deadlineMs` of the clock's time are over. */
export function withDeadline<Value>(
  clock: Pick<Clock, 'after'>,
  deadlineMs: number,
  promise: Promise<Value>,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(deadlineMs, () =>
      reject(new DeadlinePassed(`No answer within ${deadlineMs} ms`)),
    )
    promise.then(resolve, reject).finally(cancel)
  })
}
