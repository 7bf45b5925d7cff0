import { createHmac } from 'node:crypto'
import type { StandInOptions } from './options.ts'
import { pause, seeded } from './seeded.ts'

export type Parameters = Record<string, string>

/** As Twilio's page on security has it: the address, then each name with its value, sorted. */
export function sign(authToken: string, url: string, parameters: Parameters): string {
  const sorted = Object.keys(parameters).sort()
  const text = url + sorted.map((name) => name + parameters[name]).join('')
  return createHmac('sha1', authToken).update(text, 'utf8').digest('base64')
}

export type Delivery = { url: string; parameters: Parameters; status: number | null }

/** Sends what Twilio sends, signed: form parameters by POST. */
export function createCallbacks({ authToken, seed, callbacks }: StandInOptions) {
  const pending = new Set<Promise<unknown>>()
  const delivered: Delivery[] = []
  let sent = 0

  async function post(url: string, parameters: Parameters): Promise<Response | null> {
    const delivery: Delivery = { url, parameters, status: null }
    delivered.push(delivery)
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
          'user-agent': 'TwilioProxy/1.1',
          'x-twilio-signature': sign(authToken, url, parameters),
        },
        body: new URLSearchParams(parameters),
        redirect: 'manual',
      })
      delivery.status = answer.status
      return answer
    } catch {
      // Nobody there: without connection overrides in the address a callback is not sent again.
      return null
    }
  }

  const drain = async (answer: Response | null) => void (await answer?.arrayBuffer())

  return {
    delivered,
    pending,
    /** For instructions: the answer counts. */
    ask: post,
    /** For news: late, repeated, overtaken or lost, as the options have it. */
    tell(url: string, parameters: Parameters): void {
      sent += 1
      const random = seeded(`${seed}/callback/${sent}`)
      if (random() < callbacks.loseRate) return
      const times = 1 + Math.floor(random() * (callbacks.repeats + 1))
      for (let time = 0; time < times; time += 1) {
        const waitMs = callbacks.delayMs * random()
        const one = pause(waitMs)
          .then(() => post(url, parameters))
          .then(drain)
          .finally(() => pending.delete(one))
        pending.add(one)
      }
    },
    /** In their order and once, for those who want no hostility. */
    async tellInOrder(url: string, parameters: Parameters): Promise<void> {
      await drain(await post(url, parameters))
    },
    isHostile: callbacks.loseRate + callbacks.repeats + callbacks.delayMs > 0,
  }
}
export type Callbacks = ReturnType<typeof createCallbacks>
