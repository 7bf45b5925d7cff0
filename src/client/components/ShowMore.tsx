import { Button, Group } from '@mantine/core'
import { t } from '../i18n/t.ts'

export type ShowMoreProps = {
  /** A list that comes in pages. */
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown }
  isSmall?: boolean
  /** Where it stands on its line. */
  justify?: 'center' | 'flex-start'
}

/** Under a list that goes on: its next page. Nothing where it ends. */
export function ShowMore({ list, isSmall, justify = 'center' }: ShowMoreProps) {
  if (!list.hasNextPage) return null
  return (
    <Group justify={justify}>
      <Button
        size={isSmall ? 'xs' : undefined}
        variant="default"
        loading={list.isFetchingNextPage}
        onClick={() => void list.fetchNextPage()}
      >
        {t('Show more')}
      </Button>
    </Group>
  )
}
