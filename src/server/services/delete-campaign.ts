import { inOrganization } from '../db/in-organization.ts'
import type { Deps } from '../deps.ts'
import type { Actor } from '../domain/actor.ts'
import { DomainError } from '../domain/errors.ts'
import { recordAudit } from './record-audit.ts'
import { lockCampaign } from './save-campaign.ts'

/** Removes a campaign that never had a call, with its schedule and script; throws `conflict` for another. */
export async function deleteCampaign(
  deps: Pick<Deps, 'db' | 'clock'>,
  { organizationId, actor, id }: { organizationId: string; actor: Actor; id: string },
): Promise<void> {
  await inOrganization(deps.db, organizationId, async (tx) => {
    const { name } = await lockCampaign(tx, { organizationId, id })
    if ((await tx.call.count({ where: { organizationId, campaignId: id } })) > 0) {
      throw new DomainError(
        'conflict',
        'This campaign has calls. Pause it instead, so that their history stays.',
      )
    }
    await tx.scheduleConfig.deleteMany({ where: { organizationId, campaignId: id } })
    await tx.callScript.deleteMany({ where: { organizationId, campaignId: id } })
    await tx.campaign.delete({ where: { organizationId_id: { organizationId, id } } })
    await recordAudit(tx, {
      organizationId,
      actor,
      action: 'campaign.deleted',
      before: { name },
      subjectType: 'campaign',
      subjectId: id,
      now: deps.clock.now(),
    })
  })
}
