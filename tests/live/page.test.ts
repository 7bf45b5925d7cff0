import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { createLiveWorld } from '../support/live-world.ts'
import type { LiveWorld } from '../support/open-live-world.ts'
import { startTcpProxy } from '../support/tcp-proxy.ts'
import { openTestPage } from '../support/test-page.ts'

const headOf = async ({ db, organizationId }: LiveWorld) =>
  (await db.organization.findUniqueOrThrow({ where: { id: organizationId } })).feedSeq

it('ends equal to the database when it is cut again and again', async () => {
  await using world = await createLiveWorld()
  await using proxy = await startTcpProxy(world.port)
  const ids = await world.makeCalls(12)
  using page = openTestPage({ socket: proxy.port, http: world.port })
  const list = page.show('ready', 5)
  page.start()
  await page.until(() => page.live.getStatus().kind === 'live')
  await list.fetchNextPage()

  for (let round = 0; round < 6; round += 1) {
    const how = ['cancel', 'bring back', `note ${round}`][round % 3] ?? ''
    const changing = Promise.all(ids.map((id) => world.change(id, how)))
    proxy.cut()
    await page.until(() => page.live.getStatus().kind === 'live')
    await changing
  }
  while (list.pages().at(-1)?.nextCursor) await list.fetchNextPage()
  const head = `:${await headOf(world)}`
  await page.until(() => list.pages().every(({ feedCursor }) => feedCursor.endsWith(head)))

  const { calls, counts } = await world.list('ready')
  expect(list.calls()).toEqual(calls)
  for (const { counts: shown } of list.pages()) expect(shown).toEqual(counts)
})

it('subscribes from where its list ends, so that nothing between is lost', async () => {
  await using world = await createLiveWorld()
  const [id = ''] = await world.makeCalls(1)
  using page = openTestPage({ socket: world.port, http: world.port })
  const list = page.show('ready', 50)
  await page.until(() => list.calls().length === 1)
  await world.change(id, 'between snapshot and subscription')
  page.start()
  await page.until(() => list.calls()[0]?.notes === 'between snapshot and subscription')
  expect(page.requestCount(), 'without asking for the list again').toBe(1)
})

it('fetches anew when the feed cannot be continued, and says so meanwhile', async () => {
  await using world = await createLiveWorld()
  await using proxy = await startTcpProxy(world.port)
  const [id = ''] = await world.makeCalls(1)
  using page = openTestPage({ socket: proxy.port, http: world.port })
  const list = page.show('ready', 50)
  page.start()
  await page.until(() => page.live.getStatus().kind === 'live')
  const said: string[] = []
  page.live.onStatusChange(() => said.push(page.live.getStatus().kind))

  proxy.refuse(true)
  proxy.cut()
  await page.until(() => page.live.getStatus().kind === 'stale')
  await world.change(id, 'missed')
  const data = { feedEpoch: randomUUID() }
  await world.db.organization.update({ where: { id: world.organizationId }, data })
  proxy.refuse(false)
  await page.until(() => page.live.getStatus().kind === 'live')
  expect(list.calls()[0]?.notes).toBe('missed')
  expect(said).toEqual(['stale', 'catching_up', 'live'])
  await world.change(id, 'and on')
  await page.until(() => list.calls()[0]?.notes === 'and on')
})

it('keeps an answer that is older than what the feed told from rolling rows back', async () => {
  await using world = await createLiveWorld()
  const [id = ''] = await world.makeCalls(1)
  using page = openTestPage({ socket: world.port, http: world.port })
  const list = page.show('ready', 50)
  page.start()
  await page.until(() => page.live.getStatus().kind === 'live')
  const letGo = page.holdAnswers()
  const refetching = page.queryClient.refetchQueries()
  await page.until(() => page.answersOnTheWay() === 1)
  await world.change(id, 'newer')
  await page.until(() => list.calls()[0]?.notes === 'newer')
  letGo()
  await refetching
  expect(list.calls()[0]?.notes).toBe('newer')
})
