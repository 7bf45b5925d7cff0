import { isIP } from 'node:net'
import { uuidv7 } from 'uuidv7'
import type { DbTransaction } from '../db/client.ts'
import { inOrganization } from '../db/in-organization.ts'
import { toDate } from '../db/instants.ts'
import { listWebhookEndpoints } from '../db/list-webhooks.ts'
import type { Deps } from '../deps.ts'
import type { Actor } from '../domain/actor.ts'
import { changedFields } from '../domain/audit.ts'
import { DomainError, fieldError } from '../domain/errors.ts'
import type { WebhookEndpoint } from '../domain/webhook.schema.ts'
import type { WebhookEvent } from '../domain/webhook-events.ts'
import { createWebhookSecret } from '../webhooks/sign-webhook.ts'
import { addWithinLimit } from './add-within-limit.ts'
import { recordAudit } from './record-audit.ts'

export type WebhookDeps = Pick<Deps, 'db' | 'clock' | 'webhooks'>
type By = { organizationId: string; actor: Actor }
export type WebhookTarget = By & { id: string }

const mostEndpoints = 10
/** How long both secrets sign after a change, so that a receiver changes over in its own time. */
const overlapHours = 24

/** Makes an endpoint; its secret is in this answer and never again in any. */
export async function createWebhook(
  deps: WebhookDeps,
  { organizationId, actor, url, events }: By & { url: string; events: WebhookEvent[] },
): Promise<{ endpoint: WebhookEndpoint; secret: string }> {
  refuseUrl(deps, url)
  const [id, secret, now] = [uuidv7(), createWebhookSecret(), deps.clock.now()]
  const limit = {
    organizationId,
    of: 'webhooks' as const,
    most: mostEndpoints,
    count: (tx: DbTransaction) => tx.webhookEndpoint.count({ where: { organizationId } }),
    refusal: `An organization has at most ${mostEndpoints} webhooks.`,
  }
  const endpoint = await addWithinLimit(deps.db, limit, async (tx) => {
    await tx.webhookEndpoint.createMany({
      data: [{ id, organizationId, url, events, secret, createdAt: toDate(now) }],
    })
    await recordAudit(tx, {
      organizationId,
      actor,
      action: 'webhook.created',
      now,
      subjectType: 'webhook',
      subjectId: id,
      after: { url, events },
    })
    return readWebhook(tx, { organizationId, id })
  })
  return { endpoint, secret }
}

/** Changes address, events, or whether anything is sent; enabled again, it begins without a past. */
export async function updateWebhook(
  deps: WebhookDeps,
  input: WebhookTarget & {
    change: { url?: string; events?: WebhookEvent[]; isEnabled?: boolean }
  },
): Promise<WebhookEndpoint> {
  const { organizationId, actor, id, change } = input
  if (change.url !== undefined) refuseUrl(deps, change.url)
  const anew = change.isEnabled === undefined ? {} : { disabledReason: null, failingSince: null }
  return inOrganization(deps.db, organizationId, async (tx) => {
    const before = await readWebhook(tx, { organizationId, id })
    await tx.webhookEndpoint.updateMany({
      where: { organizationId, id },
      data: { ...change, ...anew },
    })
    const after = await readWebhook(tx, { organizationId, id })
    await recordAudit(tx, {
      organizationId,
      actor,
      action: 'webhook.changed',
      now: deps.clock.now(),
      subjectType: 'webhook',
      subjectId: id,
      ...changedFields(before, after),
    })
    return after
  })
}

/** Makes a new secret; the one before goes on signing beside it for a day. */
export async function rotateWebhookSecret(
  deps: WebhookDeps,
  { organizationId, actor, id }: WebhookTarget,
): Promise<{ endpoint: WebhookEndpoint; secret: string }> {
  const [secret, now] = [createWebhookSecret(), deps.clock.now()]
  const endpoint = await inOrganization(deps.db, organizationId, async (tx) => {
    const found = await readWebhook(tx, { organizationId, id })
    await tx.webhookEndpoint.updateMany({
      where: { organizationId, id },
      data: { secret, previousSecretUntil: toDate(now.add({ hours: overlapHours })) },
    })
    await recordAudit(tx, {
      organizationId,
      actor,
      action: 'webhook.secret_changed',
      now,
      subjectType: 'webhook',
      subjectId: id,
      after: { url: found.url },
    })
    return found
  })
  return { endpoint, secret }
}

/** Deletes an endpoint with its log; what was still to be sent is not. */
export async function deleteWebhook(
  deps: Pick<Deps, 'db' | 'clock'>,
  { organizationId, actor, id }: WebhookTarget,
): Promise<void> {
  await inOrganization(deps.db, organizationId, async (tx) => {
    const before = await readWebhook(tx, { organizationId, id })
    await tx.webhookEndpoint.deleteMany({ where: { organizationId, id } })
    await recordAudit(tx, {
      organizationId,
      actor,
      action: 'webhook.deleted',
      now: deps.clock.now(),
      subjectType: 'webhook',
      subjectId: id,
      before: { url: before.url, events: before.events },
    })
  })
}

/** Throws `not_found` for an endpoint that the organization does not have. */
export async function readWebhook(
  tx: DbTransaction,
  { organizationId, id }: { organizationId: string; id: string },
): Promise<WebhookEndpoint> {
  const [endpoint] = await listWebhookEndpoints(tx, organizationId, id)
  if (endpoint === undefined) {
    throw new DomainError('not_found', 'There is no webhook with this id.')
  }
  return endpoint
}

/**
 * What can be told from the address alone, while somebody is there to mend it. Where a name leads is
 * judged each time when it is connected to.
 */
function refuseUrl({ webhooks }: WebhookDeps, text: string): void {
  if (webhooks.isPrivateAllowed) return
  const { protocol, hostname } = new URL(text)
  const host = hostname.replaceAll(/^\[|\]$/g, '')
  if (protocol !== 'https:') refuse('Give an address that begins with https://.')
  const isLocalName = /(^|\.)(localhost|local|internal)\.?$/.test(host) || !/[.:]/.test(host)
  if (isIP(host) !== 0 || isLocalName) {
    refuse('Give the public name of a server: nothing is sent into private networks.')
  }
}

function refuse(message: string): never {
  throw fieldError('invalid_input', 'url', message)
}
