import type { Page } from 'playwright-core'

/** Gives a page a browser's voice, which has said each thing at once, and its recognition of speech. */
export async function giveVoice(page: Page) {
  await page.addInitScript(() => {
    const said: string[] = []
    const listening: object[] = []
    const voice = {
      cancel() {},
      speak(words: SpeechSynthesisUtterance) {
        said.push(words.text)
        setTimeout(() => {
          words.onstart?.call(words, new SpeechSynthesisEvent('start', { utterance: words }))
          words.onend?.call(words, new SpeechSynthesisEvent('end', { utterance: words }))
        })
      },
    }
    class Recognition {
      start() {
        listening.push(this)
      }
      abort() {
        listening.splice(0)
      }
    }
    Object.defineProperty(globalThis, 'speechSynthesis', { value: voice })
    Object.assign(globalThis, { SpeechRecognition: Recognition, said, listening })
  })
  /** Calls what the page has set on the recognition that listens. */
  const call = (handler: 'onresult' | 'onerror' | 'onend', event: object) =>
    page.evaluate(
      ([name, value]) => {
        const last: object | undefined = Reflect.get(globalThis, 'listening').at(-1)
        if (last === undefined) throw new Error('Nobody listens')
        Reflect.get(last, name)(value)
      },
      [handler, event] as const,
    )
  return {
    said: (): Promise<string[]> => page.evaluate(() => Reflect.get(globalThis, 'said')),
    /** How often the recognition that listens was started; 0 while nobody listens. */
    startedTimes: (): Promise<number> =>
      page.evaluate(() => Reflect.get(globalThis, 'listening').length),
    async hear(transcript: string) {
      await call('onresult', {
        results: [{ 0: { transcript, confidence: 0 }, length: 1, isFinal: true }],
      })
    },
    async hearNothing() {
      await call('onerror', { error: 'no-speech' })
      await call('onend', {})
    },
    async fail(error: string) {
      await call('onerror', { error })
    },
  }
}
