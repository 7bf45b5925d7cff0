import { Group, Pagination, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { ImportReport } from '../../../server/domain/import-report.schema.ts'
import { ofServer, t } from '../../i18n/t.ts'

const ROWS_PER_PAGE = 20

const pageWords = {
  first: t('first page'),
  previous: t('previous page'),
  next: t('next page'),
  last: t('last page'),
}

type BadRowsTableProps = { report: Pick<ImportReport, 'badRows' | 'badRowCount'> }

export function BadRowsTable({ report: { badRows, badRowCount } }: BadRowsTableProps) {
  const [page, setPage] = useState(1)
  const listedCount = new Set(badRows.map(({ line }) => line)).size
  const pageCount = Math.ceil(badRows.length / ROWS_PER_PAGE)
  const first = (page - 1) * ROWS_PER_PAGE
  const shown = badRows.slice(first, first + ROWS_PER_PAGE)
  return (
    <>
      {badRowCount > listedCount && (
        <Text size="sm">
          {t('Listed are the first {n} of {all} rows.', { n: listedCount, all: badRowCount })}
        </Text>
      )}
      <Table.ScrollContainer minWidth={320} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table striped verticalSpacing="xs" aria-label={t('Bad rows')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('Line')}</Table.Th>
              <Table.Th>{t('Column')}</Table.Th>
              <Table.Th>{t('Value')}</Table.Th>
              <Table.Th>{t('Reason')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map(({ line, column, value, reason }) => (
              <Table.Tr key={`${line} ${column} ${reason}`}>
                <Table.Td>{line}</Table.Td>
                <Table.Td>{column}</Table.Td>
                <Table.Td maw="14rem">
                  {value.trim() === '' ? (
                    <Text span size="sm" c="dimmed">
                      {t('empty')}
                    </Text>
                  ) : (
                    <Text span size="sm" lineClamp={2} title={value} ff="monospace">
                      {value}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>{ofServer(reason)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {pageCount > 1 && (
        <Group justify="space-between" gap="sm">
          <Text size="sm" c="dimmed" role="status">
            {t('{from}–{to} of {all}', {
              from: first + 1,
              to: first + shown.length,
              all: badRows.length,
            })}
          </Text>
          <Pagination
            size="sm"
            total={pageCount}
            value={page}
            onChange={setPage}
            siblings={0}
            getControlProps={(control) => ({ 'aria-label': pageWords[control] })}
            getItemProps={(number) => ({ 'aria-label': t('Page {n}', { n: number }) })}
          />
        </Group>
      )}
    </>
  )
}
