import { Skeleton, Stack, VisuallyHidden } from '@mantine/core'
import { t } from '../../i18n/t.ts'

const ROWS = [0, 1, 2, 3, 4, 5, 6, 7]

export function CallsSkeleton({ isNarrow }: { isNarrow: boolean }) {
  return (
    <Stack gap="xs" aria-busy>
      <VisuallyHidden role="status">{t('Loading calls')}</VisuallyHidden>
      {!isNarrow && <Skeleton height={40} />}
      {ROWS.map((row) => (
        <Skeleton key={row} height={isNarrow ? 140 : 52} opacity={1 - row * 0.1} />
      ))}
    </Stack>
  )
}
