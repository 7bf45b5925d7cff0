import { Button, Group } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { t } from '../../i18n/t.ts'
import type { CallsAddress, FilterChange } from './calls-address.ts'
import { wordedFilters } from './filter-words.ts'

type WordedFiltersProps = {
  address: CallsAddress
  onChange: (change: FilterChange) => void
  isNarrow: boolean
}

/** What narrows the list beyond the fields; each goes away by a press. */
export function WordedFilters({ address, onChange, isNarrow }: WordedFiltersProps) {
  const filters = wordedFilters(address)
  if (filters.length === 0) return null
  return (
    <Group gap={6} mt={isNarrow ? 'xs' : 0} style={{ flexBasis: '100%' }}>
      {filters.map(({ words, without }) => (
        <Button
          key={words}
          variant="light"
          size="compact-sm"
          radius="xl"
          rightSection={<IconX size={14} aria-hidden />}
          aria-label={t('Remove filter: {words}', { words })}
          onClick={() => onChange(without)}
        >
          {words}
        </Button>
      ))}
    </Group>
  )
}
