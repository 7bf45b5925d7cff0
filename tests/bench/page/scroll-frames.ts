import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'

export type Frames = { count: number; slow: number; worstMs: number; rowsPassed: number }

/** A frame that people see as a stutter. */
const SLOW_MS = 50
const WHEEL_PX = 120
const WHEEL_EVERY_MS = 40

/** Turns the wheel over the table for a while, and answers how long the frames took meanwhile. */
export async function scrollFrames(
  page: Page,
  { seconds, direction }: { seconds: number; direction: 1 | -1 },
): Promise<Frames> {
  const table = page.locator('table')
  const box = await table.locator('..').boundingBox()
  if (box === null) throw new Error('There is no table to scroll.')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.evaluate(countFrames)
  const from = await topRow(page)
  const endsAt = performance.now() + seconds * 1000
  while (performance.now() < endsAt) {
    const next = performance.now() + WHEEL_EVERY_MS
    await page.mouse.wheel(0, direction * WHEEL_PX)
    await pause(Math.max(0, next - performance.now()))
  }
  const to = await topRow(page)
  const frames: number[] = await page.evaluate(() => Reflect.get(globalThis, 'ringbackFrames')())
  return {
    count: frames.length,
    slow: frames.filter((ms) => ms > SLOW_MS).length,
    worstMs: Math.max(0, ...frames),
    rowsPassed: Math.abs(to - from),
  }
}

const topRow = (page: Page) =>
  page.evaluate(() => {
    const table = document.querySelector('table')
    const row = table?.querySelector('tbody tr[aria-rowindex]')
    return Math.round((table?.parentElement?.scrollTop ?? 0) / (row?.clientHeight || 1))
  })

const countFrames = `
  let last = 0
  let isOn = true
  const frames = []
  const tick = (now) => {
    if (last > 0) frames.push(now - last)
    last = now
    if (isOn) requestAnimationFrame(tick)
  }
  requestAnimationFrame(tick)
  globalThis.ringbackFrames = () => { isOn = false; return frames }
`
