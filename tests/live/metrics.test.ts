import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { createFeedMeter } from '../../src/server/feed/feed-meter.ts'
import { FeedWatcher } from '../support/feed-watcher.ts'
import { createLiveWorld } from '../support/live-world.ts'
import { startTestServer } from '../support/test-server.ts'

const dashboardSchema = z.object({
  panels: z.array(
    z.object({ title: z.string(), targets: z.array(z.object({ expr: z.string() })) }),
  ),
})
const readDashboard = async () =>
  dashboardSchema.parse(JSON.parse(await readFile('docs/dashboard/ringback-feed.json', 'utf8')))

it('has every metric that the dashboard names, and says what each panel is', async () => {
  await using server = await startTestServer({ now: '2026-11-20T17:30:00Z' })
  // What it counts of requests is there once there was one.
  await fetch(`${server.address}/healthz`)
  const text = await (await fetch(`${server.address}/metrics`)).text()
  const known = new Set([...text.matchAll(/^([a-z_0-9]+)(?:\{| )/gm)].map(([, name]) => name))
  const { panels } = await readDashboard()
  const named = panels.flatMap(({ targets }) =>
    targets.flatMap(({ expr }) => expr.match(/\b(?:ringback|process|nodejs)_\w+/g) ?? []),
  )
  expect(named.length).toBeGreaterThan(panels.length)
  expect(named.filter((name) => !known.has(name))).toEqual([])
  const words = await readFile('docs/dashboard/README.md', 'utf8')
  for (const { title } of panels) expect(words).toContain(`| ${title} |`)
})

it('counts subscribers, replays, conflation, lag and wake-ups', async () => {
  const meter = createFeedMeter()
  const value = async (line: string) => {
    const text = await meter.register.metrics()
    return Number(
      text
        .split('\n')
        .find((each) => each.startsWith(`${line} `))
        ?.split(' ')[1],
    )
  }
  let wake = (_: string, __: bigint) => {}
  await using world = await createLiveWorld({
    meter,
    wakeUps: {
      send: async () => undefined,
      listen({ onWakeUp }) {
        wake = (organizationId, seq) => onWakeUp({ organizationId, seq })
      },
      close: async () => undefined,
    },
  })
  const [id = ''] = await world.makeCalls(1)
  await world.change(id, 'one')
  const { feedCursor } = await world.list('ready')
  const quiet = world.deps.feed
  world.deps.feed = { ...quiet, announce: () => undefined }
  using fresh = new FeedWatcher(world.port, null)
  using _recovered = new FeedWatcher(world.port, feedCursor)
  using _lost = new FeedWatcher(world.port, `${world.organizationId}:7`)
  await expect.poll(() => value('ringback_feed_openings_total{result="fresh"}')).toBe(1)
  await expect.poll(() => value('ringback_feed_openings_total{result="recovered"}')).toBe(1)
  await expect.poll(() => value('ringback_feed_openings_total{result="not_recovered"}')).toBe(1)
  expect(await value('ringback_feed_subscribers')).toBe(3)

  await world.change(id, 'two')
  await world.change(id, 'three')
  wake(world.organizationId, 3n)
  await fresh.until(({ calls }) => calls.get(id)?.notes === 'three')
  await expect.poll(() => value('ringback_feed_changes_total')).toBe(6)
  expect(await value('ringback_feed_messages_total')).toBeGreaterThanOrEqual(3)
  expect(await value('ringback_feed_lag_seconds_count')).toBeGreaterThanOrEqual(1)
  expect(await value('ringback_feed_wake_ups_total{direction="heard"}')).toBe(1)
  fresh[Symbol.dispose]()
  await expect.poll(() => value('ringback_feed_subscribers')).toBe(2)
})
