import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { WebSocket } from 'ws'
import { z } from 'zod'
import { cookieAt } from './cookie-at.ts'
import { browserArgs, findBrowser } from './find-browser.ts'

const messageSchema = z.object({
  id: z.number().optional(),
  sessionId: z.string().optional(),
  method: z.string().optional(),
  params: z.unknown().optional(),
  result: z.unknown().optional(),
  error: z.object({ message: z.string() }).optional(),
})
type Message = z.infer<typeof messageSchema>
type Answer = { resolve: (result: unknown) => void; reject: (failure: Error) => void }

export type BarePage = {
  /** Sends a command of the DevTools protocol; rejects with what the browser says against it. */
  send(method: string, params?: object): Promise<unknown>
  /** Hears the events of one name. */
  on(event: string, listener: (params: unknown) => void): void
  close(): Promise<void>
}

/**
 * A Chromium that is told only what we tell it, for measuring. Playwright listens to every page's
 * console, requests and frames, for which the browser notes where in a script each came from: a cold
 * load with the processor slowed took half a second longer for that.
 */
export async function openBareBrowser() {
  const folder = await mkdtemp(path.join(tmpdir(), 'ringback-browser-'))
  const browser = spawn(
    findBrowser(),
    ['--headless', '--remote-debugging-port=0', `--user-data-dir=${folder}`, ...browserArgs],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const gone = once(browser, 'exit')
  const socket = new WebSocket(await addressTold(createInterface(browser.stderr)))
  await once(socket, 'open')
  // Nobody reads on what it writes; a full pipe would stop it.
  browser.stderr.resume()

  const answers = new Map<number, Answer>()
  const listeners = new Set<(message: Message) => void>()
  let lastId = 0
  socket.on('message', (data) => {
    const message = messageSchema.parse(JSON.parse(String(data)))
    if (message.id === undefined) {
      for (const hear of listeners) hear(message)
      return
    }
    const answer = answers.get(message.id)
    answers.delete(message.id)
    if (message.error) answer?.reject(new Error(message.error.message))
    else answer?.resolve(message.result)
  })
  socket.on('close', () => {
    for (const { reject } of answers.values()) reject(new Error('Chromium is gone.'))
    answers.clear()
  })
  const send = (method: string, params: object = {}, sessionId?: string) =>
    new Promise<unknown>((resolve, reject) => {
      lastId += 1
      answers.set(lastId, { resolve, reject })
      socket.send(JSON.stringify({ id: lastId, method, params, sessionId }))
    })

  /** An empty page of somebody who was never here, but is signed in by `cookie` at `url`. */
  async function openPage({ url, cookie }: { url: string; cookie: string }): Promise<BarePage> {
    const { browserContextId } = z
      .object({ browserContextId: z.string() })
      .parse(await send('Target.createBrowserContext'))
    await send('Storage.setCookies', { browserContextId, cookies: [cookieAt(url, cookie)] })
    const { targetId } = z.object({ targetId: z.string() }).parse(
      await send('Target.createTarget', {
        url: 'about:blank',
        browserContextId,
        width: 1440,
        height: 1000,
      }),
    )
    const { sessionId } = z
      .object({ sessionId: z.string() })
      .parse(await send('Target.attachToTarget', { targetId, flatten: true }))
    const heard = new Set<(message: Message) => void>()
    return {
      send: (method, params) => send(method, params, sessionId),
      on(event, listener) {
        const hear = (message: Message) => {
          if (message.sessionId === sessionId && message.method === event) listener(message.params)
        }
        heard.add(hear)
        listeners.add(hear)
      },
      async close() {
        for (const hear of heard) listeners.delete(hear)
        await send('Target.disposeBrowserContext', { browserContextId })
      },
    }
  }

  return {
    openPage,
    async [Symbol.asyncDispose]() {
      browser.kill()
      await gone
      socket.terminate()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function addressTold(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) {
    const address = /ws:\/\/\S+/.exec(line)?.[0]
    if (address !== undefined) return address
  }
  throw new Error('Chromium did not tell where it listens.')
}
