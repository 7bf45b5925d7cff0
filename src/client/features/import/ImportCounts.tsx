import { SimpleGrid, Text } from '@mantine/core'
import type { ImportReport } from '../../../server/domain/import-report.schema.ts'
import classes from './ImportCounts.module.css'

export function ImportCounts({ report }: { report: ImportReport }) {
  const counts: [label: string, value: number, hint?: string][] = [
    ['Rows in the file', report.totalRows],
    ['New visits', report.created],
    ['Calls scheduled', report.callsCreated],
    ['Too old for a call', report.withoutCall, 'Kept as visits; nobody is called about them'],
    ['Brought up to date', report.updated],
    ['Unchanged', report.unchanged],
    ['Bad rows', new Set(report.badRows.map(({ line }) => line)).size],
  ]
  return (
    <SimpleGrid component="dl" cols={{ base: 2, xs: 3, sm: 4 }} spacing="sm" m={0}>
      {counts.map(([label, value, hint]) => (
        <div key={label} className={classes.count} title={hint}>
          <Text component="dt" size="xs" c="dimmed">
            {label}
          </Text>
          <Text component="dd" size="xl" fw={600} m={0}>
            {value.toLocaleString('en')}
          </Text>
        </div>
      ))}
    </SimpleGrid>
  )
}
