import { Button, Group, Text } from '@mantine/core'
import { t } from '../i18n/t.ts'

type ShowOlderProps = {
  isLoading: boolean
  /** Why the last try failed; null where none did. */
  problem: string | null
  onMore: () => void
  label?: string
  isSmall?: boolean
}

/** Under a list that goes on: the next page of it, or why there is none yet. */
export function ShowOlder({ isLoading, problem, onMore, label, isSmall }: ShowOlderProps) {
  return (
    <Group gap="sm">
      <Button
        variant="default"
        size={isSmall ? 'xs' : undefined}
        loading={isLoading}
        onClick={onMore}
      >
        {problem === null ? (label ?? t('Show older ones')) : t('Try again')}
      </Button>
      {problem !== null && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {t('Older ones could not be loaded: {problem}', { problem })}
        </Text>
      )}
    </Group>
  )
}
