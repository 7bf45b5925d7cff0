import type { Logger } from 'pino'
import { type Notifications, openNotifications } from '../db/notifications.ts'
import { backoffMs } from './waiting.ts'
import { readWakeUp, type WakeUps, writeWakeUp } from './wake-ups.ts'

/** Wake-ups through the database that all processes share anyway. */
export function createPostgresWakeUps(input: {
  url: string
  log: Logger
  random?: () => number
}): WakeUps {
  const { url, log, random = Math.random } = input
  let notifications: Notifications | null = null
  let isAway = false
  return {
    async send(wakeUps) {
      await notifications?.notify(wakeUps.map(writeWakeUp))
    },
    listen({ onWakeUp, onConnected }) {
      notifications = openNotifications({
        url,
        channel: 'ringback_feed',
        onText(text) {
          const wakeUp = readWakeUp(text)
          if (wakeUp !== null) onWakeUp(wakeUp)
        },
        onConnected() {
          isAway = false
          onConnected()
        },
        onFailure(error) {
          if (!isAway) log.warn({ err: error }, 'Other servers cannot be heard; the feed polls')
          isAway = true
        },
        retryDelayMs: (failures) => backoffMs(failures, random),
      })
    },
    close: async () => notifications?.close(),
  }
}
