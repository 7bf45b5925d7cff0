import { Group, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { t } from '../../i18n/t.ts'
import { startOfDay } from '../../lib/start-of-day.ts'
import { trpc } from '../../lib/trpc.ts'
import { useOrganizationPlace } from '../../lib/use-organization-place.ts'
import type { WantedVisits } from './wanted-visits.ts'

type Choice = { from: string; to: string; serviceType: string | null }

export function VisitsByTime({ onChange }: { onChange: (wanted: WantedVisits | null) => void }) {
  const { timeZone } = useOrganizationPlace()
  const { data: facets } = trpc.calls.facets.useQuery()
  const [choice, setChoice] = useState<Choice>({ from: '', to: '', serviceType: null })
  const isBackwards = choice.from !== '' && choice.to !== '' && choice.to < choice.from
  const choose = (patch: Partial<Choice>) => {
    const next = { ...choice, ...patch }
    const { from, to, serviceType } = next
    setChoice(next)
    onChange(
      from === '' || to === '' || to < from
        ? null
        : {
            completedFrom: startOfDay(from, timeZone),
            completedTo: startOfDay(to, timeZone, 1),
            ...(serviceType !== null && { serviceType }),
          },
    )
  }
  return (
    <Group gap="sm" align="flex-start">
      <TextInput
        type="date"
        label={t('Ended from')}
        value={choice.from}
        onChange={(event) => choose({ from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('Ended until')}
        value={choice.to}
        error={isBackwards ? t('This is before the first day.') : undefined}
        onChange={(event) => choose({ to: event.currentTarget.value })}
      />
      <Select
        label={t('Service')}
        placeholder={t('Any')}
        data={facets?.serviceTypes ?? []}
        value={choice.serviceType}
        onChange={(serviceType) => choose({ serviceType })}
        clearable
        clearButtonProps={{ 'aria-label': t('Any service') }}
        searchable
      />
    </Group>
  )
}
