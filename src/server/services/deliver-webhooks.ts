import { setTimeout as wait } from 'node:timers/promises'
import type { Temporal } from 'temporal-polyfill'
import { inOrganization } from '../db/in-organization.ts'
import { toInstant } from '../db/instants.ts'
import {
  noteEndpointFails,
  noteEndpointWorks,
  pruneDeliveries,
  settleDelivery,
  type TakenDelivery,
  takeDueDeliveries,
} from '../db/webhook-outbox.ts'
import type { Deps } from '../deps.ts'
import { systemActor } from '../domain/actor.ts'
import { testEvent } from '../domain/webhook-events.ts'
import { isDelivered, nextTryAt, whyDisable } from '../domain/webhook-retry.ts'
import type { WebhookAnswer } from '../webhooks/port.ts'
import { signWebhook } from '../webhooks/sign-webhook.ts'
import { recordAudit } from './record-audit.ts'

const atOnce = 16
/** While somebody is slow to answer, what others are owed falls due. */
const lookAgainMs = 1000
/** Longer than one try may take: what a stopped server had taken is tried again after that. */
const tryMinutes = 1
const keptDays = 30

type SendDeps = Pick<Deps, 'db' | 'clock' | 'random' | 'webhooks' | 'log'>

/**
 * Sends every message that is due, until each is done with or waits for its next try. A message may
 * arrive more than once, always with the same id. `signal` leaves the rest to the next server.
 * `deps.db` acts as the dispatcher.
 */
export async function deliverWebhooks(deps: SendDeps, signal?: AbortSignal): Promise<void> {
  const underWay = new Set<Promise<void>>()
  const failures: unknown[] = []
  const start = (delivery: TakenDelivery) => {
    const tried = deliver(deps, delivery, signal)
      .catch((error) => void failures.push(error))
      .finally(() => underWay.delete(tried))
    underWay.add(tried)
  }
  try {
    while (!signal?.aborted && failures.length === 0) {
      const now = deps.clock.now()
      const until = now.add({ minutes: tryMinutes })
      const limit = atOnce - underWay.size
      const due = limit > 0 ? await takeDueDeliveries(deps.db, { limit, now, until }) : []
      for (const delivery of due) start(delivery)
      if (underWay.size === 0) break
      await firstOf(underWay)
    }
  } finally {
    await Promise.all(underWay)
  }
  if (failures.length > 0) throw failures[0]
}

/** A place that a fast receiver leaves is given away at once, whatever the slow ones do. */
async function firstOf(underWay: Iterable<Promise<void>>): Promise<void> {
  const settled = new AbortController()
  const { signal } = settled
  const lookAgain = wait(lookAgainMs, undefined, { signal }).catch(() => undefined)
  await Promise.race([...underWay, lookAgain])
  settled.abort()
}

/** The log shows what was sent lately, and keeps nothing of customers for longer. */
export const pruneWebhookLog = ({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> =>
  pruneDeliveries(db, clock.now().subtract({ hours: 24 * keptDays }))

async function deliver(
  deps: SendDeps,
  delivery: TakenDelivery,
  signal?: AbortSignal,
): Promise<void> {
  const { id, body, url } = delivery
  const sentAt = deps.clock.now()
  const headers = signWebhook({ id, body, secrets: secretsAt(delivery, sentAt), now: sentAt })
  const answer = await deps.webhooks.post({ url, headers, body }, signal)
  // Given up because this server stops: it falls due again by itself.
  if (signal?.aborted && answer.statusCode === null) return
  await settle(deps, delivery, answer)
}

function secretsAt(delivery: TakenDelivery, now: Temporal.Instant): string[] {
  const { secret, previousSecret, previousSecretUntil } = delivery
  const isStillGood = Number(previousSecretUntil) > now.epochMilliseconds
  return [secret, ...(previousSecret !== null && isStillGood ? [previousSecret] : [])]
}

function settle(deps: SendDeps, delivery: TakenDelivery, end: WebhookAnswer): Promise<void> {
  const { organizationId, endpointId, event, tries } = delivery
  const now = deps.clock.now()
  return inOrganization(deps.db, organizationId, async (tx) => {
    if (end.statusCode !== null && isDelivered(end.statusCode)) {
      await settleDelivery(tx, delivery, { ...end, status: 'delivered', dueAt: null })
      return noteEndpointWorks(tx, endpointId)
    }
    // Somebody waits for how a test ends; it says nothing of how the endpoint does.
    const isTest = event === testEvent
    const dueAt = isTest ? null : nextTryAt(tries, { now, random: deps.random })
    const status = dueAt === null ? 'failed' : 'waiting'
    const isOurs = await settleDelivery(tx, delivery, { ...end, status, dueAt })
    if (!isOurs || isTest) return
    const failingSince = await noteEndpointFails(tx, endpointId, now)
    const since = failingSince && toInstant(failingSince)
    const reason = since && whyDisable({ statusCode: end.statusCode, failingSince: since, now })
    if (!reason) return
    await tx.webhookEndpoint.updateMany({
      where: { id: endpointId },
      data: { isEnabled: false, disabledReason: reason },
    })
    await recordAudit(tx, {
      organizationId,
      action: 'webhook.disabled',
      now,
      actor: systemActor,
      subjectType: 'webhook',
      subjectId: endpointId,
      after: { url: delivery.url, reason },
    })
  })
}
