import { expect, test } from 'vitest'
import { atMost } from '../../../src/server/dispatcher/at-most.ts'

test('runs few at a time, in order, and goes on after a failure', async () => {
  const oneOfFew = atMost(2)
  const started: number[] = []
  const finish: (() => void)[] = []
  let most = 0
  let underWay = 0
  const runs = [0, 1, 2, 3, 4].map((index) =>
    oneOfFew(async () => {
      started.push(index)
      underWay += 1
      most = Math.max(most, underWay)
      await new Promise<void>((resolve) => finish.push(resolve))
      underWay -= 1
      if (index === 1) throw new Error('no')
      return index
    }),
  )
  const settled = Promise.allSettled(runs)
  for (let done = 0; done < 5; done += 1) {
    await expect.poll(() => finish.length).toBeGreaterThan(done)
    finish[done]?.()
  }
  expect((await settled).map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
    'fulfilled',
  ])
  expect(started).toEqual([0, 1, 2, 3, 4])
  expect(most).toBe(2)
})
