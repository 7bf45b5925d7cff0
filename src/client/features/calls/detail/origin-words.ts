import type { CallOrigin } from '../../../../server/domain/call-history.schema.ts'
import { t } from '../../../i18n/t.ts'

/** How somebody brought a call in, to be read after their name. */
export function originWords({ action, actorKind, fileName, campaignName }: CallOrigin): string {
  switch (action) {
    case 'service_records.imported':
      return fileName === null
        ? t('imported its visit')
        : t('imported its visit with the file {file}', { file: fileName })
    case 'service_record.created':
      return actorKind === 'api_key' ? t('pushed its visit') : t('added its visit')
    case 'campaign.visits_added':
      return campaignName === null
        ? t('put its visit into a campaign')
        : t('put its visit into the campaign {campaign}', { campaign: campaignName })
    case 'sample_data.loaded':
      return t('put it in with the sample data')
    case 'call.created':
      return t('created this call')
    case 'demo_call.created':
      return t('created this demo call')
    default:
      return t('changed another call, which its visit left')
  }
}
