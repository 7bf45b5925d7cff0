import { Table, Text } from '@mantine/core'
import type { ImportPlan } from '../../../server/domain/import-file.schema.ts'
import { t } from '../../i18n/t.ts'

/** The headings and first rows of a file, as they were split into cells. */
export function FilePreview({ plan: { preview } }: { plan: Pick<ImportPlan, 'preview'> }) {
  const [headings = [], ...rows] = preview
  // A row has a place and nothing else to tell it by.
  const placed = <T,>(items: readonly T[]) => items.map((item, place) => ({ item, place }))
  return (
    <Table.ScrollContainer minWidth={320} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table withColumnBorders verticalSpacing={4} aria-label={t('First rows of the file')}>
        <Table.Thead>
          <Table.Tr>
            {placed(headings).map(({ item, place }) => (
              <Table.Th key={place}>{item}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {placed(rows).map(({ item: cells, place: row }) => (
            <Table.Tr key={row}>
              {placed(headings).map(({ place }) => (
                <Table.Td key={place}>
                  <Text span size="sm" style={{ whiteSpace: 'nowrap' }}>
                    {cells[place] ?? ''}
                  </Text>
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
