import { Checkbox, Group, ScrollArea, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { keepPreviousData } from '@tanstack/react-query'
import { useState } from 'react'
import { Answered } from '../../components/Answered.tsx'
import { ShowMore } from '../../components/ShowMore.tsx'
import { plural, t } from '../../i18n/t.ts'
import { trpc } from '../../lib/trpc.ts'
import { useOrganizationPlace } from '../../lib/use-organization-place.ts'
import type { WantedVisits } from './wanted-visits.ts'

const PAGE = 50
const SETTLED_MS = 250

/** Visits to tick one by one; what is ticked stays so while one looks for others. */
export function PickVisits({ onChange }: { onChange: (wanted: WantedVisits | null) => void }) {
  const { fully } = useOrganizationPlace()
  const [text, setText] = useState('')
  const [settled] = useDebouncedValue(text.trim(), SETTLED_MS)
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const list = trpc.serviceRecords.list.useInfiniteQuery(
    { search: settled === '' ? undefined : settled, limit: PAGE },
    { getNextPageParam: (page) => page.nextCursor, placeholderData: keepPreviousData },
  )
  const pick = (id: string, isPicked: boolean) => {
    const next = new Set(picked)
    if (isPicked) next.add(id)
    else next.delete(id)
    setPicked(next)
    onChange(next.size === 0 ? null : { serviceRecordIds: [...next] })
  }
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <TextInput
          type="search"
          aria-label={t('Search visits')}
          placeholder={t('Name, vehicle, phone, order')}
          leftSection={<IconSearch size={16} aria-hidden />}
          maxLength={100}
          flex="1 1 14rem"
          maw="24rem"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Text size="sm" role="status">
          {plural(picked.size, '{n} visit picked', '{n} visits picked')}
        </Text>
      </Group>
      <Answered query={list} name={t('The visits')}>
        {({ pages }) => {
          const visits = pages
            .flatMap((page) => page.serviceRecords)
            .filter(({ isDemo }) => !isDemo)
          if (visits.length === 0) return <Text size="sm">{t('No visits found.')}</Text>
          return (
            <ScrollArea.Autosize mah="20rem" type="auto" offsetScrollbars>
              <Stack gap="xs" role="group" aria-label={t('Visits')}>
                {visits.map((visit) => (
                  <Checkbox
                    key={visit.id}
                    label={`${visit.customerName}, ${visit.serviceType}`}
                    description={
                      visit.completedAt
                        ? t('Order {order}, ended {when}', {
                            order: visit.externalId,
                            when: fully(visit.completedAt),
                          })
                        : t('Order {order}, not finished yet', { order: visit.externalId })
                    }
                    checked={picked.has(visit.id)}
                    onChange={(event) => pick(visit.id, event.currentTarget.checked)}
                  />
                ))}
                <ShowMore list={list} isSmall justify="flex-start" />
              </Stack>
            </ScrollArea.Autosize>
          )
        }}
      </Answered>
    </Stack>
  )
}
