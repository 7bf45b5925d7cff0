import { expect, it } from 'vitest'
import { withProgress } from '../../../src/server/services/with-progress.ts'

async function listen<News, Answer>(told: AsyncGenerator<News, Answer>) {
  const news: News[] = []
  let next = await told.next()
  for (; !next.done; next = await told.next()) news.push(next.value)
  return { news, answer: next.value }
}

it('yields what is told on the way, then answers', async () => {
  const told = withProgress<number, string>(async (tell) => {
    for (const share of [0.2, 0.7]) {
      await new Promise((resolve) => setImmediate(resolve))
      tell(share)
    }
    return 'done'
  })
  expect(await listen(told)).toEqual({ news: [0.2, 0.7], answer: 'done' })
})

it('leaves out what was overtaken before anybody listened', async () => {
  const told = withProgress<number, null>(async (tell) => {
    for (const share of [0.1, 0.2, 0.3]) tell(share)
    return null
  })
  expect(await listen(told)).toEqual({ news: [0.3], answer: null })
})

it('fails as the work fails', async () => {
  const told = withProgress<number, never>(async (tell) => {
    tell(0.5)
    throw new Error('The database is gone.')
  })
  await expect(listen(told)).rejects.toThrow('The database is gone.')
})

it('may be left midway, whatever becomes of the work', async () => {
  const told = withProgress<number, never>(async (tell) => {
    tell(0.5)
    await new Promise((resolve) => setImmediate(resolve))
    throw new Error('Nobody hears this.')
  })
  expect(await told.next()).toEqual({ done: false, value: 0.5 })
  await told.return(undefined as never)
})
