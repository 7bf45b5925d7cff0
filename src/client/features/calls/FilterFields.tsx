import { nobody, scoreBands } from '../../../server/domain/call-filter-choices.ts'
import { type CallTab, statusesOfTab } from '../../../server/domain/call-status.ts'
import { bandLooks, statusLooks } from '../../components/status-looks.ts'
import { t } from '../../i18n/t.ts'
import { useIsSettled } from '../../lib/call-later.ts'
import { trpc } from '../../lib/trpc.ts'
import { type CallsAddress, type FilterChange, readCallsAddress } from './calls-address.ts'
import { Choice } from './FilterField.tsx'

export type FilterFieldsProps = {
  tab: CallTab
  address: CallsAddress
  onChange: (change: FilterChange) => void
  /** Somebody has come to the bar. */
  isReached: boolean
}

/** What there is a list to choose from. */
export function FilterFields({ tab, address, onChange, isReached }: FilterFieldsProps) {
  const isSettled = useIsSettled()
  const facets = trpc.calls.facets.useQuery(undefined, {
    // It takes the server a while on a long list, for which a cold load would have the rows wait.
    enabled: isSettled || isReached,
    staleTime: 60_000,
    trpc: { context: { isSlow: true } },
  }).data
  const choose = (key: 'advisor' | 'service' | 'tag' | 'score' | 'status' | 'campaign') => ({
    value: address[key] ?? null,
    onChange: (value: string | null) =>
      onChange({ [key]: readCallsAddress({ [key]: value })[key] }),
  })
  const statuses = [...statusesOfTab[tab], 'canceled' as const].map((status) => ({
    value: status,
    label: statusLooks[status].word,
  }))
  const hasCampaigns = (facets?.campaigns.length ?? 0) > 0 || address.campaign !== undefined
  return (
    <>
      <Choice
        label={t('Service advisor')}
        short={t('Advisor')}
        data={[
          ...(facets?.serviceAdvisors ?? []).map(({ id, name }) => ({ value: id, label: name })),
          { value: nobody, label: t('No advisor') },
        ]}
        {...choose('advisor')}
      />
      <Choice
        label={t('Service type')}
        short={t('Service')}
        data={facets?.serviceTypes}
        {...choose('service')}
      />
      <Choice
        label={t('Call status')}
        short={t('Status')}
        data={[
          ...statuses,
          { value: 'ended', label: t('All ended') },
          { value: 'any', label: t('Any status') },
        ]}
        {...choose('status')}
      />
      {(tab === 'completed' || address.score) && (
        <Choice
          label={t('Score')}
          data={[
            ...scoreBands.map((band) => ({ value: band, label: bandLooks[band].word })),
            { value: 'any', label: t('Any score') },
          ]}
          {...choose('score')}
        />
      )}
      <Choice label={t('Tag')} data={facets?.tags} {...choose('tag')} />
      {/* Known a while later, and last: nothing moves when it comes. */}
      {hasCampaigns && (
        <Choice
          label={t('Campaign')}
          data={facets?.campaigns.map(({ id, name }) => ({ value: id, label: name }))}
          {...choose('campaign')}
        />
      )}
    </>
  )
}
