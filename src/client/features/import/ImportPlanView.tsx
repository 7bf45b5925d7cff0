import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconColumns3, IconInfoCircle } from '@tabler/icons-react'
import { useState } from 'react'
import { type ImportField, requiredImportFields } from '../../../server/domain/import-columns.ts'
import type { ImportChoices, ImportPlan } from '../../../server/domain/import-file.schema.ts'
import { ToneNotice } from '../../components/ToneNotice.tsx'
import { t } from '../../i18n/t.ts'
import { BadRowsTable } from './BadRowsTable.tsx'
import { ColumnChoices } from './ColumnChoices.tsx'
import { DateOrderChoice } from './DateOrderChoice.tsx'
import { FileReadingChoices } from './FileReadingChoices.tsx'
import { ImportCounts } from './ImportCounts.tsx'
import classes from './ImportModal.module.css'
import { describeOutcome, localDateInWords } from './import-words.ts'
import { keepMapping } from './keep-mapping.ts'
import { NumberCountryChoice } from './NumberCountryChoice.tsx'
import { ReadingWords } from './ReadingWords.tsx'
import type { Importing, SaidReading, ShownPlan } from './use-import.ts'
import { useKeptFocus } from './use-kept-focus.ts'

/** As the plan has what nobody said, so that what was shown is what is kept. */
const choicesOf = (
  { dates, reading }: ImportPlan,
  mapping: ImportChoices['mapping'],
  said: SaidReading,
): ImportChoices => ({
  mapping,
  country: said.country ?? reading.country,
  ...(dates.example === null ? {} : { dateOrder: said.dateOrder ?? dates.order }),
})

type ImportPlanViewProps = {
  shown: ShownPlan
  importing: Pick<Importing, 'said' | 'say' | 'check' | 'run' | 'readAgain'>
  onCancel: () => void
}

/** Before anything is written: which column is what, how dates are read, and what would happen. */
export function ImportPlanView({ shown, importing, onCancel }: ImportPlanViewProps) {
  const { plan, encoding } = shown
  const isLooking = shown.wanted !== null
  const { outcome, dates, reading } = plan
  const [isChoosing, setIsChoosing] = useState(outcome === null)
  const [mapping, setMapping] = useState(plan.mapping)
  const [before, setBefore] = useState(shown)
  if (before.plan !== plan) {
    // The file was read in another way, which may have other columns.
    setBefore(shown)
    setIsChoosing(outcome === null)
    setMapping(keepMapping(plan, { recognized: before.recognized, chosen: mapping }))
  }
  const place = useKeptFocus(isChoosing)
  const choices = choicesOf(plan, mapping, importing.said)
  if (!isChoosing && outcome !== null) {
    return (
      <Stack gap="lg" ref={place} className={classes.body} tabIndex={-1}>
        <ToneNotice role="status" tone="calm" icon={IconInfoCircle}>
          {describeOutcome(outcome)}
        </ToneNotice>
        <ReadingWords reading={reading} encoding={encoding} />
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
            {t('Change how it is read')}
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
  // Examples are of the columns that the file was read with.
  const isSame = (field: ImportField) => mapping[field] === plan.mapping[field]
  const isAsRead =
    isSame('completedAt') &&
    isSame('completedAtTime') &&
    isSame('appointmentDate') &&
    (choices.dateOrder ?? dates.order) === dates.order
  const dateExamples = isAsRead ? reading.dates : []
  const isComplete = requiredImportFields.every((field) => mapping[field] !== undefined)
  return (
    <Stack gap="lg" ref={place} className={classes.body} tabIndex={-1}>
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
          onChange={(dateOrder) => importing.say({ dateOrder })}
        />
      )}
      {encoding !== null && (
        <FileReadingChoices shown={shown} encoding={encoding} onChange={importing.readAgain} />
      )}
      <ColumnChoices
        isDisabled={isLooking}
        columns={plan.columns}
        mapping={mapping}
        onChange={setMapping}
      />
      {dateExamples.length > 0 && (
        <Text size="sm" c="dimmed">
          {dateExamples
            .map(({ written, readAs }) =>
              t('“{example}” is read as {date}.', {
                example: written,
                date: localDateInWords(readAs),
              }),
            )
            .join(' ')}
        </Text>
      )}
      {reading.number !== null && isSame('customerPhone') && (
        <NumberCountryChoice
          plan={plan}
          value={choices.country ?? reading.country}
          onChange={(country) => importing.say({ country })}
        />
      )}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onCancel}>
          {t('Cancel')}
        </Button>
        <Button onClick={() => importing.check(choices)} disabled={!isComplete || isLooking}>
          {t('See what would happen')}
        </Button>
      </Group>
    </Stack>
  )
}
