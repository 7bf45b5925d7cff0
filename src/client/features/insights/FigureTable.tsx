import { Table } from '@mantine/core'
import { CallsLink, type CallsSearch } from './CallsLink.tsx'

export type FigureCell = string | { text: string; search: CallsSearch; label?: string }

type FigureTableProps = {
  caption: string
  head: readonly string[]
  rows: readonly { key: string; cells: readonly FigureCell[] }[]
}

/** The figures of a chart, one by one. */
export function FigureTable({ caption, head, rows }: FigureTableProps) {
  return (
    <Table.ScrollContainer minWidth={0} type="native">
      <Table className="numeric" verticalSpacing={6} horizontalSpacing="xs" aria-label={caption}>
        <Table.Thead>
          <Table.Tr>
            {head.map((title, at) => (
              <Table.Th key={title} ta={at === 0 ? 'start' : 'end'} scope="col">
                {title}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ key, cells }) => (
            <Table.Tr key={key}>
              {cells.map((cell, at) =>
                at === 0 ? (
                  <Table.Th key={head[at]} scope="row" fw={500}>
                    <Cell cell={cell} />
                  </Table.Th>
                ) : (
                  <Table.Td key={head[at]} ta="end" style={{ whiteSpace: 'nowrap' }}>
                    <Cell cell={cell} />
                  </Table.Td>
                ),
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function Cell({ cell }: { cell: FigureCell }) {
  if (typeof cell === 'string') return cell
  // There is nothing to open.
  if (cell.text === '0') return cell.text
  return (
    <CallsLink search={cell.search} label={cell.label}>
      {cell.text}
    </CallsLink>
  )
}
