import type { Deps } from '../deps.ts'
import { DomainError } from '../domain/errors.ts'
import { lockCampaign } from './save-campaign.ts'

/** Removes a campaign that never had a call, with its schedule; throws `conflict` for another. */
export async function deleteCampaign(
  deps: Pick<Deps, 'db'>,
  { organizationId, id }: { organizationId: string; id: string },
): Promise<void> {
  await deps.db.$transaction(async (tx) => {
    await lockCampaign(tx, { organizationId, id })
    if ((await tx.call.count({ where: { organizationId, campaignId: id } })) > 0) {
      throw new DomainError(
        'conflict',
        'This campaign has calls. Pause it instead, so that their history stays.',
      )
    }
    await tx.scheduleConfig.deleteMany({ where: { organizationId, campaignId: id } })
    await tx.campaign.delete({ where: { organizationId_id: { organizationId, id } } })
  })
}
