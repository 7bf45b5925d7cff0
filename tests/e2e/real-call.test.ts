import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWindows, type Windows } from '../support/browser-windows.ts'
import { createTwilioWorld, type TwilioWorld } from '../support/twilio-world.ts'

const to = '+14695550142'
const soon = { timeout: 15_000 }

let world: TwilioWorld
let windows: Windows
let page: Page
beforeAll(async () => {
  // Slow enough for a page to be seen at each step.
  world = await createTwilioWorld(
    { dialMs: [700, 800], ringMs: [1200, 1300], turnMs: [250, 300] },
    { hasPage: true },
  )
  windows = await openWindows()
})
afterAll(async () => {
  await windows[Symbol.asyncDispose]()
  await world[Symbol.asyncDispose]()
})

it('shows a real call step by step, and then what was said and the words that it rests on', async () => {
  await world.standIn.expectCalls(to, {
    answers: 'human',
    replies: [
      { keys: '1' },
      { keys: '9' },
      { speech: 'The team was very friendly.' },
      { speech: 'The car was ready on time.' },
      { speech: 'The waiting area was dirty.' },
      { speech: 'No, thank you.' },
    ],
  })
  const tomorrow = new Date(Date.now() + 24 * 3_600_000)
  const { id } = await world.makeDueCall(to, { dueAt: tomorrow })
  const { person } = world
  if (person === null) throw new Error('Nobody can open the page')
  page = await windows.open(`${world.publicUrl}/?call=${id}`, { as: person })
  const details = page.getByRole('complementary', { name: 'Call details' })
  await details.getByText('Diego Okafor').first().waitFor()
  await details.getByRole('button', { name: 'Place now' }).click()

  for (const step of ['Placing', 'Ringing', 'In progress', 'Completed']) {
    await details.getByText(step, { exact: true }).first().waitFor(soon)
  }
  await world.settle()

  const text = () => details.textContent()
  await expect.poll(text).toContain('by twilio')
  await expect.poll(text).not.toContain('Simulated')
  const transcript = details.getByRole('list', { name: 'Transcript' })
  await transcript.getByText('The team was very friendly.').first().waitFor(soon)
  const { serviceRecord, transcript: kept } = await world.db.call.findUniqueOrThrow({
    where: { id },
    include: { serviceRecord: true, transcript: true },
  })
  expect(kept?.evidence).not.toEqual([])
  expect(serviceRecord.positiveMentions).not.toEqual([])
  for (const mention of serviceRecord.positiveMentions) {
    await expect.poll(text).toContain(mention)
  }

  const play = details.getByRole('button', { name: 'Play' })
  await play.click(soon)
  const position = () =>
    details
      .getByRole('slider', { name: 'Position in the recording' })
      .evaluate((slider) =>
        Number(slider.getAttribute('aria-valuenow') ?? Reflect.get(slider, 'value')),
      )
  await expect.poll(position, soon).toBeGreaterThan(0)
  expect(windows.complaints).toEqual([])
})
