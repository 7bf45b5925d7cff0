import { Group, Text } from '@mantine/core'
import { closedWithinDays } from '../../../server/domain/case.schema.ts'
import { Answered } from '../../components/Answered.tsx'
import { spanWords } from '../../lib/case-words.ts'
import { trpc } from '../../lib/trpc.ts'

/** How much is open, and how long it takes to close. */
export function CaseFigures() {
  const summary = trpc.cases.summary.useQuery()
  return (
    <Answered query={summary} name="The figures">
      {({ open, overdue, unassigned, closed, medianCloseMs }) => (
        <Group component="dl" gap="xl" m={0} aria-label="Figures">
          <Figure name="Open" value={String(open)} />
          <Figure name="Overdue" value={String(overdue)} isBad={overdue > 0} />
          <Figure name="Nobody’s yet" value={String(unassigned)} />
          <Figure
            name={`Median time to close, of ${closed} in ${closedWithinDays} days`}
            value={medianCloseMs === null ? '–' : spanWords(medianCloseMs)}
          />
        </Group>
      )}
    </Answered>
  )
}

function Figure({ name, value, isBad }: { name: string; value: string; isBad?: boolean }) {
  return (
    <div>
      <Text component="dt" size="xs" c="dimmed">
        {name}
      </Text>
      <Text
        component="dd"
        m={0}
        fz="1.375rem"
        fw={650}
        className="numeric"
        c={isBad ? 'var(--tone-bad-text)' : undefined}
      >
        {value}
      </Text>
    </div>
  )
}
