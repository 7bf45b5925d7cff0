import { Redis, type RedisOptions } from 'ioredis'
import type { Logger } from 'pino'
import { backoffMs } from './waiting.ts'
import { readWakeUp, type WakeUps, writeWakeUp } from './wake-ups.ts'

const channel = 'ringback:feed'

/** Wake-ups through Redis, for where NOTIFY's lock at commit becomes the limit. */
export function createRedisWakeUps(input: {
  url: string
  log: Logger
  random?: () => number
}): WakeUps {
  const { url, log, random = Math.random } = input
  const open = (options: RedisOptions) =>
    new Redis(url, {
      ...options,
      lazyConnect: true,
      connectTimeout: 5000,
      keepAlive: 10_000,
      retryStrategy: (failures) => backoffMs(failures, random),
    })
  const ear = open({ autoResubscribe: false })
  // What cannot be said now need not be said later: by then others have polled.
  const mouth = open({ enableOfflineQueue: false, maxRetriesPerRequest: 0 })
  let isAway = false
  const noteFailure = (error: unknown) => {
    if (!isAway) log.warn({ err: error }, 'Redis cannot be reached; the feed polls')
    isAway = true
  }
  ear.on('error', noteFailure)
  mouth.on('error', noteFailure)

  return {
    async send(wakeUps) {
      const pipeline = mouth.pipeline()
      for (const wakeUp of wakeUps) pipeline.publish(channel, writeWakeUp(wakeUp))
      await pipeline.exec()
    },
    listen({ onWakeUp, onConnected }) {
      ear.on('message', (_, text) => {
        const wakeUp = readWakeUp(text)
        if (wakeUp !== null) onWakeUp(wakeUp)
      })
      ear.on('ready', () => {
        ear.subscribe(channel).then(() => {
          isAway = false
          onConnected()
        }, noteFailure)
      })
      ear.connect().catch(noteFailure)
      mouth.connect().catch(noteFailure)
    },
    async close() {
      ear.disconnect()
      mouth.disconnect()
    },
  }
}
