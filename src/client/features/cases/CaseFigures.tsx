import { Group, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { closedWithinDays } from '../../../server/domain/case.schema.ts'
import { Answered } from '../../components/Answered.tsx'
import classes from '../../components/FigureLink.module.css'
import { t } from '../../i18n/t.ts'
import { spanWords } from '../../lib/case-words.ts'
import { readerLocale } from '../../lib/reader-locale.ts'
import { trpc } from '../../lib/trpc.ts'
import { askedEachMinute } from './asked-each-minute.ts'
import { casesOfFigure } from './shown-cases.ts'

/** How much is open, and how long it takes to close; each opens exactly its cases. */
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
          <Figure name={t('Open|cases')} count={open} of="open" />
          <Figure name={t('Overdue|cases')} count={overdue} of="overdue" isBad={overdue > 0} />
          <Figure name={t('Nobody’s yet')} count={unassigned} of="unassigned" />
          <Figure
            name={t('Median time to close, of {n} in {days} days', {
              n: closed,
              days: closedWithinDays,
            })}
            count={closed}
            of="closed"
            value={medianCloseMs === null ? '–' : spanWords(medianCloseMs)}
          />
        </Group>
      )}
    </Answered>
  )
}

type FigureProps = {
  name: string
  /** Of how many cases it tells. */
  count: number
  of: keyof typeof casesOfFigure
  /** Where it is not their count. */
  value?: string
  isBad?: boolean
}

function Figure({ name, count, of, value, isBad }: FigureProps) {
  const text = value ?? count.toLocaleString(readerLocale())
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
        {count === 0 ? (
          text
        ) : (
          <Link
            to="/cases"
            search={casesOfFigure[of]}
            className={classes.figure}
            aria-label={`${name}: ${text}`}
          >
            {text}
          </Link>
        )}
      </Text>
    </div>
  )
}
