import type { Locator, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWindows, type Windows } from '../support/browser-windows.ts'
import { graveFaults } from '../support/grave-faults.ts'
import { startTestServer, type TestServer } from '../support/test-server.ts'
import { giveVoice } from '../support/voice-in-page.ts'

let server: TestServer
let windows: Windows
let page: Page

beforeAll(async () => {
  server = await startTestServer({ now: '2026-11-20T15:30:00Z' })
  windows = await openWindows()
  page = await windows.open(server.address, { as: 'presenter' })
})
afterAll(async () => {
  await windows[Symbol.asyncDispose]()
  await server[Symbol.asyncDispose]()
})

const key = (name: 'Space' | 'ArrowRight' | 'r' | 'f') => page.keyboard.press(name)
const sees = (text: string | RegExp) => page.getByText(text).first().waitFor()
const band = (word: string) => page.getByText(word, { exact: true })
const offers = (name: string) => page.getByRole('button', { name, exact: false }).first().waitFor()
const figures = async () => {
  const shown = await page.locator('[data-tab], [data-nps]').allTextContents()
  return shown.join(' ')
}
const statuses = async () =>
  (await server.db.call.findMany({ orderBy: { id: 'asc' } })).map(({ status }) => status)

/** Goes on step by step until something is there. */
const stepUntil = (sight: Locator) => stepUntilTrue(async () => (await sight.count()) > 0)
async function stepUntilTrue(isThere: () => Promise<boolean>) {
  await expect
    .poll(
      async () => {
        const isSeen = await isThere()
        if (!isSeen) await key('ArrowRight')
        return isSeen
      },
      { timeout: 30_000 },
    )
    .toBe(true)
}

const conversation = () => page.getByRole('region', { name: 'The conversation' })
const lines = () => conversation().locator('[data-speaker]')

/** Of those that a test breaks itself. */
function forgetFailedRequests() {
  const { complaints } = windows
  const others = complaints.filter((line) => !line.startsWith('Failed to load resource'))
  complaints.splice(0, complaints.length, ...others)
}

/** From the chosen scenario to the first word. */
async function startAndAnswer() {
  await key('Space')
  await sees('It rings')
  await key('ArrowRight')
  await conversation().waitFor()
}

describe("a presenter's five minutes, with the keyboard alone", () => {
  it('rings, is paused, and goes on word by word to a score that moves the figures', async () => {
    await page.getByRole('link', { name: 'Open the stage' }).press('Enter')
    // The page that is left has the same scenarios.
    await page.locator('[data-nps]').waitFor()
    expect(await graveFaults(page)).toEqual([])
    await startAndAnswer()
    await sees('Hello!')
    await key('Space')
    await offers('Continue')
    // The call waits on the line as long as the presenter talks.
    await server.pass(120, 20)
    expect(await statuses()).toEqual(['in_progress'])
    await page.getByText('+100').waitFor({ state: 'detached' })
    await stepUntil(band('Promoter'))
    expect(await graveFaults(page)).toEqual([])
    await expect.poll(statuses).toEqual(['completed'])
    await expect.poll(figures).toBe('0 0 1 +100')
  })

  it('misses somebody, and reaches them at the second try', async () => {
    await key('Space')
    await page.getByRole('radio', { name: 'Missed, then reached' }).press('Space')
    await key('Space')
    await sees('It rings')
    await key('ArrowRight')
    await sees('No answer')
    await expect.poll(figures).toBe('0 1 1 +100')
    await offers('Try again now')
    await startAndAnswer()
    await stepUntil(band('Promoter'))
    await expect.poll(figures).toBe('0 0 2 +100')
  })

  it('lets a guest answer the script of real calls, whose score moves the figures', async () => {
    await key('Space')
    await page.getByRole('radio', { name: 'Answer it yourself' }).press('Space')
    await startAndAnswer()
    await page.getByRole('button', { name: 'No', exact: true }).press('Enter')
    await page.getByRole('button', { name: '2', exact: true }).press('Enter')
    const words = page.getByRole('textbox', { name: 'Type what you would say' })
    await sees('What is the main reason')
    expect(await graveFaults(page)).toEqual([])
    await words.fill('It was far too expensive.')
    await expect.poll(() => page.getByRole('button', { name: 'Say it' }).isEnabled()).toBe(true)
    await words.press('Enter')
    await sees('What did we do well?')
    await page.getByRole('button', { name: 'Hang up' }).press('Enter')
    await band('Detractor').waitFor()
    await sees('Price')
    await expect.poll(figures).toBe('0 0 3 +33.3')
  })

  it('goes as fast and as loud as wished, over the whole screen', async () => {
    // Every sound that the stage makes from here on.
    await page.evaluate(() => {
      const Sound = window.Audio
      const made: HTMLAudioElement[] = []
      window.Audio = class extends Sound {
        constructor(src?: string) {
          super(src)
          made.push(this)
        }
      }
      Object.assign(window, { madeSounds: made })
    })
    const sound = () =>
      page.evaluate(() => {
        const last: unknown = Reflect.get(window, 'madeSounds').at(-1)
        return last instanceof HTMLAudioElement ? `${last.playbackRate} ${last.muted}` : 'none'
      })
    await key('Space')
    await page.getByRole('radio', { name: 'Delighted customer' }).press('Space')
    await startAndAnswer()
    await expect.poll(sound).toBe('1 false')
    await page.getByRole('radio', { name: '4×' }).press('Space')
    await page.getByRole('button', { name: 'Turn the sound off' }).press('Enter')
    await expect.poll(sound).toBe('4 true')
    await page.getByRole('button', { name: 'Turn the sound on' }).press('Enter')
    await expect.poll(sound).toBe('4 false')

    const isFull = () => page.evaluate(() => document.fullscreenElement !== null)
    await key('f')
    await expect.poll(isFull).toBe(true)
    await offers('Leave full screen')
    await key('f')
    await expect.poll(isFull).toBe(false)
    // Four times as fast a conversation ends by itself; nobody steps.
    await band('Promoter').waitFor()
    await page.getByRole('radio', { name: '1×' }).press('Space')
    await expect.poll(figures).toBe('0 0 4 +50')
  })

  it('is reset with one key, and left without a trace', async () => {
    await key('r')
    await page.getByRole('radio', { name: 'Delighted customer' }).waitFor()
    await expect.poll(figures).toBe('0 0 0 –')
    expect(await statuses()).toEqual([])
    expect(windows.complaints).toEqual([])
  })
})

describe('a stage that waits, is loaded again, or loses its server', () => {
  const toAdvance = /stage\.advance/
  const toCreate = /stage\.create/
  const toReady = async () => {
    await key('r')
    await page.getByRole('radio', { name: 'Delighted customer' }).press('Space')
  }

  it('says that it is there, so that its line is kept', async () => {
    await page.clock.install()
    await page.getByRole('radio', { name: 'Delighted customer' }).press('Space')
    await startAndAnswer()
    await key('Space')
    await offers('Continue')
    const word = page.waitForRequest(/stage\.hold/)
    await page.clock.fastForward('01:01')
    await word
    const newest = { orderBy: { requestedAt: 'desc' } } as const
    const { callId } = (await server.db.callAttempt.findFirst(newest)) ?? {}
    const isHeld = () =>
      server.db.callAttempt.count({ where: { callId, heldUntil: { not: null } } })
    await expect.poll(isHeld).toBe(1)
  })

  it('is as it was when the page is loaded again', async () => {
    await stepUntil(conversation().getByText('Do you have a minute'))
    const said = await conversation().textContent()
    // It says at once that it is there, and not after time has been moved on.
    const word = page.waitForResponse(/stage\.hold/)
    await page.reload()
    await word
    await offers('Continue')
    await expect.poll(() => conversation().textContent()).toBe(said)
  })

  it('tells when a line was given back, and starts again with one key', async () => {
    await server.clock.skip(19 * 60_000)
    await server.pass(60, 5)
    await sees('The line was given back')
    await offers('Start again')
    await startAndAnswer()
  })

  it('goes on by itself once the server is back, whatever becomes of the network', async () => {
    // A server on the presenter's own machine is there without any.
    await page.evaluate(() => window.dispatchEvent(new Event('offline')))
    await page.route(toAdvance, (route) => route.abort())
    await stepUntil(conversation().getByText('Bye bye'))
    await key('ArrowRight')
    await sees('The server cannot be reached')
    await page.unroute(toAdvance)
    await band('Promoter').waitFor()
    await page.evaluate(() => window.dispatchEvent(new Event('online')))
    forgetFailedRequests()
  })

  it('is not reset while a call is being made for it', async () => {
    const held: Route[] = []
    await page.route(toCreate, (route) => {
      held.push(route)
    })
    await key('Space')
    await page.getByRole('radio', { name: 'Answer it yourself' }).press('Space')
    await key('Space')
    await expect.poll(() => held.length).toBe(1)
    expect(await page.getByRole('button', { name: 'Reset' }).isDisabled()).toBe(true)
    for (const route of held) await route.continue()
    await sees('It rings')
    await page.unroute(toCreate)
  })

  it('is reset at any moment without asking for what is gone', async () => {
    for (const moment of ['Opening a line', 'It rings', 'Hello?']) {
      await toReady()
      await key('Space')
      await stepUntil(page.getByText(moment))
    }
    await toReady()
    await expect.poll(figures).toBe('0 0 0 –')
    expect(windows.complaints).toEqual([])
  })
})

describe('a guest who answers on the stage', () => {
  const toTalk = /stage\.talk/
  /** However fast the stage rings and answers by itself meanwhile. */
  const answers = () => stepUntil(conversation())
  const presses = (name: string) => page.getByRole('button', { name, exact: true }).click()
  beforeAll(async () => {
    page = await windows.open(server.address, { as: 'presenter' })
    await page.goto(`${server.address}/stage`)
    await page.getByRole('radio', { name: 'Answer it yourself' }).press('Space')
  })

  it('is asked from the beginning at the second try', async () => {
    await key('Space')
    await answers()
    for (const said of [3, 5]) {
      await presses('Stay silent')
      await expect.poll(() => lines().count()).toBe(said)
    }
    await presses('Stay silent')
    await stepUntil(page.getByText('No answer'))
    await presses('Start again')
    await answers()
    await expect.poll(() => lines().count()).toBe(1)
    await presses('No')
    await presses('9')
    const first = await lines().first().textContent()
    const toCall = /calls\.byId/
    let load = () => {}
    const isLoading = new Promise<void>((resolve) => {
      load = resolve
    })
    await page.route(toCall, (route) => isLoading.then(() => route.continue()))
    await presses('Hang up')
    await page.locator('[data-status=completed]').waitFor()
    // Until the transcript is there.
    expect(await lines().first().textContent()).toBe(first)
    load()
    await band('Promoter').waitFor()
    await page.unroute(toCall)
  })

  it('is heard out, whatever becomes of an answer', async () => {
    await key('Space')
    await page.getByRole('radio', { name: 'Answer it yourself' }).press('Space')
    await key('Space')
    await answers()
    // One that the server refuses.
    const toNoTurn = (body: string | null) => body?.replace(/"turn":\d+/, '"turn":0')
    await page.route(toTalk, (route) =>
      route.continue({ postData: toNoTurn(route.request().postData()) }),
    )
    await presses('No')
    await sees('The answer did not get through')
    await page.unroute(toTalk)
    await presses('No')
    await sees('How likely are you')
    await page.getByText('The answer did not get through').waitFor({ state: 'detached' })
    // One that does not arrive.
    await page.route(toTalk, (route) => route.abort())
    await presses('2')
    await sees('The server cannot be reached')
    await page.unroute(toTalk)
    await sees('What is the main reason')
    // One that arrives, and of which the page does not hear.
    const taken: number[] = []
    await page.route(toTalk, async (route) => {
      taken.push((await route.fetch()).status())
      await route.abort()
    })
    await page.getByRole('textbox').fill('It was far too expensive.')
    await presses('Say it')
    await sees('The server cannot be reached')
    await page.unroute(toTalk)
    await sees('What did we do well?')
    expect(taken[0]).toBe(200)
    expect(await lines().filter({ hasText: 'far too expensive' }).count()).toBe(1)
    await presses('Hang up')
    await band('Detractor').waitFor()
    forgetFailedRequests()
    expect(windows.complaints).toEqual([])
  })
})

describe('a guest who answers by voice', () => {
  it('hears each line, is heard, and is told when the browser listens no more', async () => {
    page = await windows.open(server.address, { as: 'presenter' })
    const voice = await giveVoice(page)
    await page.goto(`${server.address}/stage`)
    await page.getByRole('radio', { name: 'Answer it yourself' }).press('Space')
    await startAndAnswer()
    const listens = () => stepUntilTrue(async () => (await voice.startedTimes()) > 0)
    const answerByVoice = page.getByRole('button', { name: 'Answer by voice' })
    await answerByVoice.press('Enter')
    await listens()
    // Silence is listened through.
    await voice.hearNothing()
    expect(await voice.startedTimes()).toBe(2)
    await voice.hear('no')
    await sees('How likely are you')
    await listens()
    expect((await voice.said()).join(' ')).toContain('How likely are you')
    // As when another page takes the microphone.
    await voice.fail('aborted')
    await sees('The browser stopped listening.')
    await answerByVoice.press('Enter')
    await listens()
    await voice.fail('not-allowed')
    await sees('The microphone is not open to this page.')
    await page.getByRole('button', { name: '9', exact: true }).press('Enter')
    await sees('What is the main reason')
    await page.getByRole('button', { name: 'Hang up' }).press('Enter')
    await band('Promoter').waitFor()
    expect(windows.complaints).toEqual([])
  })
})
