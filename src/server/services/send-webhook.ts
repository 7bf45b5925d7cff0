import { uuidv7 } from 'uuidv7'
import type { DbTransaction } from '../db/client.ts'
import { inOrganization } from '../db/in-organization.ts'
import { toDate, toIso } from '../db/instants.ts'
import type { Deps } from '../deps.ts'
import { DomainError } from '../domain/errors.ts'
import type { WebhookEndpoint } from '../domain/webhook.schema.ts'
import { testEvent } from '../domain/webhook-events.ts'
import { readWebhook, type WebhookTarget } from './change-webhook.ts'
import { recordAudit } from './record-audit.ts'

type SendDeps = Pick<Deps, 'db' | 'clock'>

/** Has a message sent that tells of nothing; answers its id, under which the log says how it went. */
export async function sendTestWebhook(
  deps: SendDeps,
  { organizationId, actor, id }: WebhookTarget,
): Promise<{ id: string }> {
  const now = deps.clock.now()
  const data = { message: 'Somebody tried this webhook out.' }
  const body = JSON.stringify({ type: testEvent, timestamp: toIso(now), data })
  const deliveryId = uuidv7()
  await inOrganization(deps.db, organizationId, async (tx) => {
    const endpoint = await readEnabled(tx, { organizationId, id })
    await tx.webhookDelivery.create({
      data: {
        id: deliveryId,
        organizationId,
        endpointId: id,
        event: testEvent,
        body,
        dueAt: toDate(now),
        createdAt: toDate(now),
      },
    })
    await recordAudit(tx, {
      organizationId,
      actor,
      action: 'webhook.tested',
      now,
      subjectType: 'webhook',
      subjectId: id,
      after: { url: endpoint.url },
    })
  })
  return { id: deliveryId }
}

/** Has a message that is done with sent once more, under its own id, with all its tries anew. */
export async function sendWebhookAgain(
  deps: SendDeps,
  { organizationId, actor, id }: WebhookTarget,
): Promise<{ id: string }> {
  const now = deps.clock.now()
  await inOrganization(deps.db, organizationId, async (tx) => {
    const where = { organizationId, id }
    const delivery = await tx.webhookDelivery.findFirst({ where })
    if (delivery === null) {
      throw new DomainError('not_found', 'There is no message with this id.')
    }
    await readEnabled(tx, { organizationId, id: delivery.endpointId })
    const { count } = await tx.webhookDelivery.updateMany({
      where: { ...where, status: { not: 'waiting' } },
      data: { status: 'waiting', tries: 0, dueAt: toDate(now) },
    })
    if (count === 0) throw new DomainError('conflict', 'This message is on its way already.')
    await recordAudit(tx, {
      organizationId,
      actor,
      action: 'webhook.sent_again',
      now,
      subjectType: 'webhook',
      subjectId: delivery.endpointId,
      after: { message: id },
    })
  })
  return { id }
}

/** Throws `conflict` where nothing would be sent. */
async function readEnabled(
  tx: DbTransaction,
  target: { organizationId: string; id: string },
): Promise<WebhookEndpoint> {
  const endpoint = await readWebhook(tx, target)
  if (!endpoint.isEnabled) {
    throw new DomainError('conflict', 'This webhook is disabled. Enable it first.')
  }
  return endpoint
}
