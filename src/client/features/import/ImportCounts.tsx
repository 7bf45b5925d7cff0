import { SimpleGrid, Text } from '@mantine/core'
import type { ImportReport } from '../../../server/domain/import-report.schema.ts'
import { t } from '../../i18n/t.ts'
import { readerLocale } from '../../lib/reader-locale.ts'
import classes from './ImportCounts.module.css'

export function ImportCounts({ report }: { report: ImportReport }) {
  const counts: [label: string, value: number, hint?: string][] = [
    [t('Rows in the file'), report.totalRows],
    [t('New visits'), report.created],
    [t('Calls scheduled'), report.callsCreated],
    [t('Too old for a call'), report.withoutCall, t('Kept as visits; nobody is called about them')],
    [t('Brought up to date'), report.updated],
    [t('Unchanged'), report.unchanged],
    [t('Bad rows'), report.badRowCount],
  ]
  return (
    <SimpleGrid component="dl" cols={{ base: 2, xs: 3, sm: 4 }} spacing="sm" m={0}>
      {counts.map(([label, value, hint]) => (
        <div key={label} className={classes.count} title={hint}>
          <Text component="dt" size="xs" c="dimmed">
            {label}
          </Text>
          <Text component="dd" size="xl" fw={600} m={0}>
            {value.toLocaleString(readerLocale())}
          </Text>
        </div>
      ))}
    </SimpleGrid>
  )
}
