import { Group, Text } from '@mantine/core'
import { closedWithinDays } from '../../../server/domain/case.schema.ts'
import { Answered } from '../../components/Answered.tsx'
import { t } from '../../i18n/t.ts'
import { spanWords } from '../../lib/case-words.ts'
import { trpc } from '../../lib/trpc.ts'
import { askedEachMinute } from './asked-each-minute.ts'

/** How much is open, and how long it takes to close. */
export function CaseFigures() {
  const summary = trpc.cases.summary.useQuery(undefined, askedEachMinute)
  return (
    <Answered query={summary} name={t('The figures')}>
      {({ open, overdue, unassigned, closed, medianCloseMs }) => (
        <Group
          component="dl"
          gap="xl"
          style={{ rowGap: '0.75rem' }}
          m={0}
          aria-label={t('Figures')}
        >
          <Figure name={t('Open|cases')} value={String(open)} />
          <Figure name={t('Overdue|cases')} value={String(overdue)} isBad={overdue > 0} />
          <Figure name={t('Nobody’s yet')} value={String(unassigned)} />
          <Figure
            name={t('Median time to close, of {n} in {days} days', {
              n: closed,
              days: closedWithinDays,
            })}
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
