import { jsonNull } from '../db/client.ts'
import { inOrganization } from '../db/in-organization.ts'
import { toDate } from '../db/instants.ts'
import { takeOrganizationLock } from '../db/organization-lock.ts'
import type { Deps } from '../deps.ts'
import { type Actor, userIdOf } from '../domain/actor.ts'
import { changedFields } from '../domain/audit.ts'
import type { CallScript } from '../domain/call-script.schema.ts'
import type { SavedCallScript } from '../domain/call-script-version.schema.ts'
import { DomainError } from '../domain/errors.ts'
import { loadCallScript } from './load-call-script.ts'
import { recordAudit } from './record-audit.ts'
import { lockCampaign } from './save-campaign.ts'

/**
 * Saves a new version of an owner's script; null goes back to what lies beneath. Calls on the line
 * go on with the one that they began with. Throws `conflict` if there is a newer one.
 */
export async function saveCallScript(
  deps: Pick<Deps, 'db' | 'clock'>,
  input: {
    organizationId: string
    actor: Actor
    campaignId: string | null
    script: CallScript | null
    expectedVersion?: number
  },
): Promise<SavedCallScript> {
  const { organizationId, actor, campaignId, script, expectedVersion } = input
  return inOrganization(deps.db, organizationId, async (tx) => {
    if (campaignId !== null) await lockCampaign(tx, { organizationId, id: campaignId })
    // Two who save at once would both take the same number.
    await takeOrganizationLock(tx, 'call_script', organizationId)
    const before = await loadCallScript(tx, { organizationId, campaignId })
    if (expectedVersion !== undefined && expectedVersion !== before.version) {
      throw new DomainError(
        'conflict',
        'Somebody saved another script meanwhile. Look at the newest one and try again.',
      )
    }
    const now = deps.clock.now()
    await tx.callScript.create({
      data: {
        organizationId,
        campaignId,
        version: before.version + 1,
        script: script ?? jsonNull,
        createdAt: toDate(now),
        createdByUserId: userIdOf(actor),
      },
    })
    const saved = await loadCallScript(tx, { organizationId, campaignId })
    await recordAudit(tx, {
      organizationId,
      actor,
      action: script ? 'call_script.saved' : 'call_script.reset',
      subjectType: 'call_script',
      subjectId: campaignId,
      now,
      ...changedFields(fieldsOf(before.script), fieldsOf(saved.script)),
    })
    return saved
  })
}

/** One field for each text, so that the log tells which of them changed. */
function fieldsOf({ languages, ...rest }: CallScript): Record<string, unknown> {
  const texts = Object.entries(languages).flatMap(([language, of]) =>
    Object.entries(of ?? {}).map(([step, text]) => [`${language}.${step}`, text]),
  )
  return { ...rest, ...Object.fromEntries(texts) }
}
