import { Table, Text } from '@mantine/core'
import type { ImportReport } from '../../../server/domain/import-report.schema.ts'
import { plural, t } from '../../i18n/t.ts'
import { fieldName } from './import-words.ts'
import classes from './RecognizedColumns.module.css'

/** Which of the file's columns was read as what. */
export function RecognizedColumns({ columns }: { columns: ImportReport['columns'] }) {
  if (columns.length === 0) return null
  return (
    <details className={classes.details}>
      <summary>
        {plural(columns.length, 'One column was recognised', '{n} columns were recognised')}
      </summary>
      <Table withRowBorders={false} verticalSpacing={4} mt="xs" maw="30rem">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('In the file')}</Table.Th>
            <Table.Th>{t('Read as')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {columns.map(({ field, header }) => (
            <Table.Tr key={field}>
              <Table.Td>
                <Text span size="sm" ff="monospace">
                  {header}
                </Text>
              </Table.Td>
              <Table.Td>{fieldName(field)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </details>
  )
}
