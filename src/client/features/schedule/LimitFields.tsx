import { Fieldset, SimpleGrid, Stack } from '@mantine/core'
import { t } from '../../i18n/t.ts'
import { NumberField } from './NumberField.tsx'
import type { ScheduleEditing } from './use-schedule-editor.ts'

/** How many calls at once, how often to one number, and when calling stops itself. */
export function LimitFields({ draft, problems, change }: ScheduleEditing) {
  const { autoPause } = draft
  const setAutoPause = (patch: Partial<typeof autoPause>) =>
    change({ autoPause: { ...autoPause, ...patch } })
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <NumberField
          path="maxActiveCalls"
          label={t('Calls at a time')}
          value={draft.maxActiveCalls}
          min={1}
          max={1000}
          problems={problems}
          onChange={(maxActiveCalls) => change({ maxActiveCalls })}
        />
        <NumberField
          path="maxPerMinute"
          label={t('Calls per minute')}
          value={draft.maxPerMinute}
          min={1}
          max={6000}
          problems={problems}
          onChange={(maxPerMinute) => change({ maxPerMinute })}
        />
        <NumberField
          path="minDaysBetweenCalls"
          label={t('Days between calls to one number')}
          value={draft.minDaysBetweenCalls}
          min={0}
          max={365}
          problems={problems}
          onChange={(minDaysBetweenCalls) => change({ minDaysBetweenCalls })}
        />
        <NumberField
          path="ringTimeoutSec"
          label={t('Ring for (seconds)')}
          value={draft.ringTimeoutSec}
          min={5}
          max={120}
          problems={problems}
          onChange={(ringTimeoutSec) => change({ ringTimeoutSec })}
        />
      </SimpleGrid>
      <Fieldset legend={t('Pause by itself when too much fails for technical reasons')}>
        <SimpleGrid cols={{ base: 1, xs: 3 }}>
          <NumberField
            path="autoPause.failureRatio"
            label={t('Failed share')}
            suffix=" %"
            value={Math.round(autoPause.failureRatio * 100)}
            min={5}
            max={100}
            problems={problems}
            onChange={(percent) => setAutoPause({ failureRatio: percent / 100 })}
          />
          <NumberField
            path="autoPause.windowMinutes"
            label={t('Of the last minutes')}
            value={autoPause.windowMinutes}
            min={1}
            max={1440}
            problems={problems}
            onChange={(windowMinutes) => setAutoPause({ windowMinutes })}
          />
          <NumberField
            path="autoPause.minAttempts"
            label={t('From attempts on')}
            value={autoPause.minAttempts}
            min={1}
            max={1000}
            problems={problems}
            onChange={(minAttempts) => setAutoPause({ minAttempts })}
          />
        </SimpleGrid>
      </Fieldset>
    </Stack>
  )
}
