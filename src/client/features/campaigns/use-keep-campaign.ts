import type { Campaign } from '../../../server/domain/campaign.schema.ts'
import { trpc } from '../../lib/trpc.ts'

/** Shows a campaign as the server answered it, wherever it is shown, and asks for what hangs on it. */
export function useKeepCampaign() {
  const utils = trpc.useUtils()
  return (campaign: Campaign) => {
    utils.campaigns.byId.setData({ id: campaign.id }, campaign)
    void utils.campaigns.list.invalidate()
    void utils.calls.facets.invalidate()
    void utils.calls.whyNotNow.invalidate()
  }
}
