import type { Logger } from 'pino'
import { type Clock, systemClock } from '../clock.ts'
import { toDate, toIso } from '../db/instants.ts'
import { withDeadline } from '../with-deadline.ts'
import { createAnnouncer } from './announcer.ts'
import type { Feed, FeedItem, FeedSubscription } from './feed.ts'
import type { FeedBatch } from './feed-batch.ts'
import { createFeedMeter, type FeedMeter } from './feed-meter.ts'
import { defaultFeedOptions, type FeedOptions } from './feed-options.ts'
import type { FeedStore } from './feed-store.ts'
import { type FeedView, viewOf } from './feed-view.ts'
import { countTold, createFollower, type Follower, nextItem } from './follower.ts'
import { createInbox } from './inbox.ts'
import { type Opening, openSubscription } from './open-subscription.ts'
import { createOrganizationHub, type OrganizationHub } from './organization-hub.ts'
import { aborted, backoffMs, pause, untilAborted } from './waiting.ts'
import { noWakeUps, type WakeUps } from './wake-ups.ts'

/** The feed of one server process. Close the sockets first: their subscriptions end with it. */
export function createFeed(input: {
  store: FeedStore
  /** To and from other processes on the same log. */
  wakeUps?: WakeUps
  clock?: Clock
  log: Logger
  options?: Partial<FeedOptions>
  meter?: FeedMeter
}): Feed {
  const { store, wakeUps = noWakeUps, clock = systemClock, log } = input
  const { meter = createFeedMeter() } = input
  const options: FeedOptions = { ...defaultFeedOptions, ...input.options }
  const { after, random, maxRows, maxBytes, maxReplayEvents } = options
  const limits = { maxRows, maxBytes }
  const hubs = new Map<string, OrganizationHub>()
  const closing = new AbortController()
  const sentAt = () => toIso(clock.now())
  // A query to a machine that has vanished would never settle.
  const inTime = <T>(reading: Promise<T>) =>
    withDeadline({ after }, options.readDeadlineMs, reading)
  const retryDelayMs = (failures: number) => backoffMs(failures, random)
  const announcer = createAnnouncer({
    readPositions: (ids) => inTime(store.readPositions(ids)),
    async send(each) {
      await wakeUps.send(each)
      meter.wokeUp('sent', each.length)
    },
    everyMs: options.wakeUpEveryMs,
    after,
    onFailure: (error) => log.debug({ err: error }, 'A wake-up was lost'),
  })
  let isDatabaseAway = false

  function noteFailure(error: unknown): void {
    if (!isDatabaseAway && !closing.signal.aborted) {
      log.warn({ err: error }, 'The feed cannot read the database; it goes on trying')
    }
    isDatabaseAway = true
  }

  function noteLag({ rows }: FeedBatch): void {
    const nowMs = clock.now().epochMilliseconds
    for (const { call } of rows ?? []) {
      if (call !== null) meter.reached((nowMs - Date.parse(call.updatedAt)) / 1000)
    }
  }

  function hubOf(organizationId: string): OrganizationHub {
    const known = hubs.get(organizationId)
    if (known !== undefined) return known
    const hub = createOrganizationHub({
      readHead: () => inTime(store.readHead(organizationId)),
      readAfter: ({ seq }) =>
        inTime(store.readAfter({ organizationId, seq, maxEvents: maxReplayEvents })),
      tickMs: options.tickMs,
      maxDeliveryShare: options.maxDeliveryShare,
      retryDelayMs,
      after,
      sentAt,
      ...limits,
      onDelivered: noteLag,
      onFailure: noteFailure,
    })
    hubs.set(organizationId, hub)
    return hub
  }

  async function open(
    subscription: Pick<FeedSubscription, 'organizationId' | 'after'> & { view: FeedView },
    stop: AbortSignal,
  ): Promise<Opening | null> {
    for (let failures = 1; !stop.aborted; failures += 1) {
      try {
        const { organizationId, after: cursor, view } = subscription
        return await inTime(
          openSubscription(store, {
            organizationId,
            after: cursor,
            view,
            maxReplayEvents,
            ...limits,
            sentAt: sentAt(),
          }),
        )
      } catch (error) {
        noteFailure(error)
        await pause(retryDelayMs(failures), after, stop)
      }
    }
    return null
  }

  async function* subscribe(subscription: FeedSubscription): AsyncGenerator<FeedItem> {
    const { organizationId } = subscription
    const view = viewOf(subscription)
    const stop = AbortSignal.any([subscription.signal, closing.signal])
    const hub = hubOf(organizationId)
    const inbox = createInbox(limits, stop)
    let follower: Follower = inbox
    // Wake-ups first, the log after: a change between the two arrives twice rather than never.
    hub.join(inbox)
    meter.subscribers += 1
    try {
      await untilAborted(hub.ready, stop)
      const opening = await open({ organizationId, after: subscription.after, view }, stop)
      if (opening === null) return
      const { isRecovered } = opening
      meter.opened(isRecovered === null ? 'fresh' : isRecovered ? 'recovered' : 'not_recovered')
      yield* opening.items
      let at = opening.position
      const sink = subscription.directly?.() ?? null
      if (sink !== null) {
        hub.leave(inbox)
        follower = createFollower(sink, { at, held: inbox.empty(), view }, { ...limits, meter })
        hub.join(follower)
        return await aborted(stop)
      }
      for (let batch = await inbox.take(); batch !== null; batch = await inbox.take()) {
        const item = nextItem(batch, at, view)
        if (item === null) continue
        yield item
        countTold(meter, batch, at)
        at = { epoch: batch.epoch, seq: batch.to }
      }
    } finally {
      meter.subscribers -= 1
      hub.leave(follower)
      if (hub.isEmpty()) {
        hub.close()
        hubs.delete(organizationId)
      }
    }
  }

  async function poll(): Promise<void> {
    if (hubs.size > 0) {
      try {
        const heads = await inTime(store.readPositions([...hubs.keys()]))
        if (isDatabaseAway) log.info('The feed reads the database again')
        isDatabaseAway = false
        for (const [organizationId, head] of heads) {
          const hub = hubs.get(organizationId)
          const position = hub?.position()
          if (position?.epoch !== head.epoch || position.seq !== head.seq) hub?.markDirty()
        }
      } catch (error) {
        noteFailure(error)
      }
    }
  }

  async function prune(): Promise<void> {
    const before = toDate(clock.now().subtract({ milliseconds: options.keepMs }))
    try {
      const keepNewest = Math.max(options.keepNewest, maxReplayEvents)
      await store.prune({ before, keepNewest })
    } catch (error) {
      log.warn({ err: error }, 'Old feed events could not be removed; the next round tries again')
    }
  }

  async function repeat(work: () => Promise<void>, everyMs: number): Promise<void> {
    while (!closing.signal.aborted) {
      await pause(everyMs, after, closing.signal)
      if (!closing.signal.aborted) await work()
    }
  }

  wakeUps.listen({
    onWakeUp({ organizationId, seq }) {
      meter.wokeUp('heard', 1)
      const hub = hubs.get(organizationId)
      const position = hub?.position() ?? null
      if (position === null || position.seq < seq) hub?.markDirty()
    },
    onConnected: () => void poll(),
  })
  const rounds = [repeat(poll, options.pollMs), repeat(prune, options.pruneEveryMs)]

  return {
    announce(organizationId) {
      hubs.get(organizationId)?.markDirty()
      if (wakeUps !== noWakeUps) announcer.announce(organizationId)
    },
    subscribe,
    async close() {
      closing.abort()
      announcer.close()
      await wakeUps.close()
      await Promise.all(rounds)
    },
  }
}
