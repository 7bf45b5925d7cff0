import { Box, SimpleGrid, Stack } from '@mantine/core'
import { RETRY_OUTCOMES, type RetryOutcome } from '../../../server/domain/schedule-config-rules.ts'
import { t } from '../../i18n/t.ts'
import { DelaysField } from './DelaysField.tsx'
import { NumberField } from './NumberField.tsx'
import { afterOutcome } from './schedule-summary.ts'
import type { ScheduleEditing } from './use-schedule-editor.ts'

/** Delays in words for each way in which an attempt can end, and how many attempts there are. */
export function RetryFields({ draft, problems, change }: ScheduleEditing) {
  const { retry, maxAttempts } = draft
  const setDelays = (outcome: RetryOutcome, delays: number[]) =>
    change({ retry: { ...retry, [outcome]: delays } })
  return (
    <Stack gap="md">
      <Box maw="16rem">
        <NumberField
          path="maxAttempts"
          label={t('Attempts')}
          description={t('In all, the first one included')}
          value={maxAttempts}
          min={1}
          max={10}
          problems={problems}
          onChange={(value) => change({ maxAttempts: value })}
        />
      </Box>
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="md">
        {RETRY_OUTCOMES.map((outcome) => (
          <DelaysField
            key={outcome}
            path={`retry.${outcome}`}
            label={afterOutcome(outcome)}
            delays={retry[outcome]}
            maxAttempts={maxAttempts}
            problems={problems}
            onChange={(delays) => setDelays(outcome, delays)}
          />
        ))}
      </SimpleGrid>
    </Stack>
  )
}
