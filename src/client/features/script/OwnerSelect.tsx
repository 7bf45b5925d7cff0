import { Select } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { t } from '../../i18n/t.ts'
import { trpc } from '../../lib/trpc.ts'

const ORGANIZATION = 'organization'

/** Whose script is shown: the organization's, or a campaign's. */
export function OwnerSelect({ campaignId }: { campaignId: string | null }) {
  const navigate = useNavigate()
  const campaigns = trpc.campaigns.list.useQuery()
  const found = campaigns.data ?? []
  return (
    <Select
      aria-label={t('Whose script')}
      w={{ base: '100%', xs: '18rem' }}
      allowDeselect={false}
      data={[
        { value: ORGANIZATION, label: t('Every call') },
        ...(found.length > 0
          ? [
              {
                group: t('Campaigns'),
                items: found.map(({ id, name }) => ({ value: id, label: name })),
              },
            ]
          : []),
      ]}
      value={campaignId ?? ORGANIZATION}
      onChange={(value) =>
        void (value === null || value === ORGANIZATION
          ? navigate({ to: '/script' })
          : navigate({ to: '/script/$campaignId', params: { campaignId: value } }))
      }
    />
  )
}
