import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconColumns3, IconInfoCircle } from '@tabler/icons-react'
import { useState } from 'react'
import { requiredImportFields } from '../../../server/domain/import-columns.ts'
import type { ImportChoices, ImportPlan } from '../../../server/domain/import-file.schema.ts'
import { ToneNotice } from '../../components/ToneNotice.tsx'
import { t } from '../../i18n/t.ts'
import { BadRowsTable } from './BadRowsTable.tsx'
import { ColumnChoices } from './ColumnChoices.tsx'
import { DateOrderChoice } from './DateOrderChoice.tsx'
import { ImportCounts } from './ImportCounts.tsx'
import { describeOutcome, readExample } from './import-words.ts'
import type { Importing } from './use-import.ts'

type ImportPlanViewProps = {
  plan: ImportPlan
  importing: Pick<Importing, 'check' | 'run'>
  onCancel: () => void
}

/** Before anything is written: which column is what, how dates are read, and what would happen. */
export function ImportPlanView({ plan, importing, onCancel }: ImportPlanViewProps) {
  const { outcome, dates } = plan
  const [isChoosing, setIsChoosing] = useState(outcome === null)
  const [choices, setChoices] = useState<ImportChoices>({
    mapping: plan.mapping,
    ...(dates.example === null ? {} : { dateOrder: dates.order }),
  })
  if (!isChoosing && outcome !== null) {
    return (
      <Stack gap="lg">
        <ToneNotice role="status" tone="calm" icon={IconInfoCircle}>
          {describeOutcome(outcome)}
        </ToneNotice>
        {dates.example !== null && (
          <Text size="sm" c="dimmed">
            {t('“{example}” is read as {date}.', {
              example: dates.example,
              date: readExample(dates.example, dates.order),
            })}
          </Text>
        )}
        <ImportCounts report={outcome} />
        {outcome.badRows.length > 0 && (
          <Stack gap="sm">
            <Title order={3}>{t('Rows that would be left out')}</Title>
            <BadRowsTable report={outcome} />
          </Stack>
        )}
        <Group justify="space-between" gap="sm">
          <Button
            variant="subtle"
            leftSection={<IconColumns3 size={18} aria-hidden />}
            onClick={() => setIsChoosing(true)}
          >
            {t('Change columns')}
          </Button>
          <Group gap="sm">
            <Button variant="default" onClick={onCancel}>
              {t('Cancel')}
            </Button>
            <Button
              onClick={() => importing.run(choices)}
              disabled={outcome.created + outcome.updated === 0}
              data-autofocus
            >
              {t('Import')}
            </Button>
          </Group>
        </Group>
      </Stack>
    )
  }
  const isComplete = requiredImportFields.every((field) => choices.mapping[field] !== undefined)
  return (
    <Stack gap="lg">
      <Text size="sm" c="dimmed">
        {plan.isRemembered
          ? t('Filled in as chosen the last time for a file with these headings.')
          : t(
              'Say which column of the file is what. It is remembered for the next file like this.',
            )}
      </Text>
      {dates.example !== null && (
        <DateOrderChoice
          example={dates.example}
          value={choices.dateOrder ?? dates.order}
          onChange={(dateOrder) => setChoices({ ...choices, dateOrder })}
        />
      )}
      <ColumnChoices
        columns={plan.columns}
        mapping={choices.mapping}
        onChange={(mapping) => setChoices({ ...choices, mapping })}
      />
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onCancel}>
          {t('Cancel')}
        </Button>
        <Button onClick={() => importing.check(choices)} disabled={!isComplete}>
          {t('See what would happen')}
        </Button>
      </Group>
    </Stack>
  )
}
