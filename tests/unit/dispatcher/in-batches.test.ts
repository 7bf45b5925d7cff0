import { expect, test } from 'vitest'
import { inBatches } from '../../../src/server/dispatcher/in-batches.ts'

test('what is asked meanwhile goes together, and everybody gets their own answer', async () => {
  const batches: number[][] = []
  const double = inBatches(async (items: readonly number[]) => {
    batches.push([...items])
    await new Promise((resolve) => setImmediate(resolve))
    return items.map((item) => item * 2)
  }, 3)
  const first = double(1)
  await Promise.resolve()
  await Promise.resolve()
  const others = [2, 3, 4, 5].map(double)
  expect(await Promise.all([first, ...others])).toEqual([2, 4, 6, 8, 10])
  expect(batches).toEqual([[1], [2, 3, 4], [5]])
  expect(await double(6)).toBe(12)
})

test('one bad item spoils no other', async () => {
  const check = inBatches(async (items: readonly number[]) => {
    if (items.includes(2)) throw new Error('two')
    return items
  })
  const answers = await Promise.allSettled([1, 2, 3].map(check))
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})
