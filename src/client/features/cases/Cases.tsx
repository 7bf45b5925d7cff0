import {
  Button,
  EmptyState,
  Group,
  Paper,
  SegmentedControl,
  Stack,
  Text,
  Title,
} from '@mantine/core'
import { IconMoodCheck, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { type Case, closedWithinDays } from '../../../server/domain/case.schema.ts'
import { Answered } from '../../components/Answered.tsx'
import { DownloadLink } from '../../components/DownloadLink.tsx'
import { NamedRows } from '../../components/NamedRows.tsx'
import { ShowMore } from '../../components/ShowMore.tsx'
import { t } from '../../i18n/t.ts'
import { trpc } from '../../lib/trpc.ts'
import { askedEachMinute } from './asked-each-minute.ts'
import { CaseFigures } from './CaseFigures.tsx'
import { CaseRow } from './CaseRow.tsx'
import { CaseRule } from './CaseRule.tsx'
import classes from './Cases.module.css'
import { CloseCaseDialog } from './CloseCaseDialog.tsx'
import { filterOf, type ShownCases } from './shown-cases.ts'

const PAGE = 50

const nothing: Record<ShownCases['show'], { title: string; description: string }> = {
  open: {
    title: t('No case is open'),
    description: t('When a customer gives a low score, a case opens here by itself.'),
  },
  mine: {
    title: t('No open case is yours'),
    description: t('Take one from the open cases, or wait until one is handed to you.'),
  },
  closed: {
    title: t('No case was closed yet'),
    description: t('A case is closed with a few words on what was done for the customer.'),
  },
}

type Only = NonNullable<ShownCases['only']>

const onlyWords: Record<Only, string> = {
  overdue: t('Overdue|cases'),
  unassigned: t('Nobody’s yet'),
  lately: t('Closed in the last {days} days', { days: closedWithinDays }),
}

const noneOf: Record<Only, string> = {
  overdue: t('No case is overdue'),
  unassigned: t('Every open case has an owner'),
  lately: t('No case was closed in the last {days} days', { days: closedWithinDays }),
}

type CasesProps = {
  shown: ShownCases
  onShow: (shown: ShownCases) => void
  userId: string | null
}

/** What is owed to customers who gave a low score: who sees to it, until when, and what was done. */
export function Cases({ shown, onShow, userId }: CasesProps) {
  const { show, only } = shown
  const filter = filterOf(shown, userId)
  const list = trpc.cases.list.useInfiniteQuery(
    { ...filter, limit: PAGE },
    {
      ...askedEachMinute,
      getNextPageParam: (page) => page.nextCursor,
      // That there were none says nothing of those that are asked for now.
      placeholderData: (before) =>
        before?.pages.some(({ cases }) => cases.length > 0) ? before : undefined,
    },
  )
  const closing = useClosing()
  return (
    <Stack gap="lg">
      <div>
        <Title order={1}>{t('Cases')}</Title>
        <Text c="dimmed" size="sm">
          {t('A low score opens a case. It closes with what was done for the customer.')}
        </Text>
        <CaseRule />
      </div>
      <CaseFigures />
      <Paper withBorder p={{ base: 'sm', sm: 'lg' }}>
        <Stack gap="sm">
          <Group justify="space-between" gap="sm">
            <SegmentedControl
              aria-label={t('Which cases')}
              value={show}
              onChange={(value) => onShow({ show: value as ShownCases['show'], only: null })}
              data={[
                { value: 'open', label: t('Open|cases') },
                ...(userId === null ? [] : [{ value: 'mine', label: t('Mine') }]),
                { value: 'closed', label: t('Closed|cases') },
              ]}
            />
            <DownloadLink href="/api/v1/cases/export.csv" query={filter} label={t('Export CSV')} />
          </Group>
          {only !== null && (
            <Group gap={6}>
              <Button
                variant="light"
                size="compact-sm"
                radius="xl"
                rightSection={<IconX size={14} aria-hidden />}
                aria-label={t('Remove filter: {words}', { words: onlyWords[only] })}
                onClick={() => onShow({ show, only: null })}
              >
                {onlyWords[only]}
              </Button>
            </Group>
          )}
          <Answered query={list} name={t('The cases')}>
            {({ pages }) => {
              const cases = pages.flatMap((page) => page.cases)
              return cases.length === 0 ? (
                <EmptyState
                  p="xl"
                  icon={<IconMoodCheck aria-hidden />}
                  {...(only === null ? nothing[show] : { title: noneOf[only] })}
                >
                  {(show !== 'open' || only !== null) && (
                    <EmptyState.Actions>
                      <Button variant="light" onClick={() => onShow({ show: 'open', only: null })}>
                        {t('Show open cases')}
                      </Button>
                    </EmptyState.Actions>
                  )}
                </EmptyState>
              ) : (
                <div className={classes.list} aria-busy={list.isPlaceholderData}>
                  <NamedRows
                    label={show === 'closed' ? t('Closed cases') : t('Open cases, by due date')}
                  >
                    {cases.map((each) => (
                      <CaseRow
                        key={each.id}
                        case={each}
                        userId={userId}
                        onClose={() => closing.begin(each)}
                      />
                    ))}
                  </NamedRows>
                </div>
              )
            }}
          </Answered>
          <ShowMore list={list} />
        </Stack>
      </Paper>
      {closing.begun.map((each) => (
        <CloseCaseDialog
          key={each.id}
          case={each}
          isOpen={each.id === closing.openId}
          onClose={() => closing.leave(each)}
        />
      ))}
    </Stack>
  )
}

/**
 * Whose dialogs were opened, each with what was typed into it: a row goes when a colleague closes its
 * case or takes it, and its words must not go with it.
 */
function useClosing() {
  const [begun, setBegun] = useState<readonly Case[]>([])
  const [openId, setOpenId] = useState<string | null>(null)
  return {
    begun,
    openId,
    begin(each: Case) {
      setBegun((others) => (others.some(({ id }) => id === each.id) ? others : [...others, each]))
      setOpenId(each.id)
    },
    leave: ({ id }: Case) => setOpenId((open) => (open === id ? null : open)),
  }
}
