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
import { IconMoodCheck } from '@tabler/icons-react'
import { keepPreviousData } from '@tanstack/react-query'
import { useState } from 'react'
import type { Case } from '../../../server/domain/case.schema.ts'
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
import { CloseCaseDialog } from './CloseCaseDialog.tsx'
import type { CasesShown } from './cases-address.ts'

const PAGE = 50

const nothing: Record<CasesShown, { title: string; description: string }> = {
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

type CasesProps = {
  shown: CasesShown
  onShow: (shown: CasesShown) => void
  userId: string | null
}

/** What is owed to customers who gave a low score: who sees to it, until when, and what was done. */
export function Cases({ shown, onShow, userId }: CasesProps) {
  const filter = {
    status: shown === 'closed' ? ('closed' as const) : ('open' as const),
    ownerId: shown === 'mine' ? (userId ?? undefined) : undefined,
  }
  const list = trpc.cases.list.useInfiniteQuery(
    { ...filter, limit: PAGE },
    {
      ...askedEachMinute,
      getNextPageParam: (page) => page.nextCursor,
      placeholderData: keepPreviousData,
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
              value={shown}
              onChange={(value) => onShow(value as CasesShown)}
              data={[
                { value: 'open', label: t('Open|cases') },
                ...(userId === null ? [] : [{ value: 'mine', label: t('Mine') }]),
                { value: 'closed', label: t('Closed|cases') },
              ]}
            />
            <DownloadLink href="/api/v1/cases/export.csv" query={filter} label={t('Export CSV')} />
          </Group>
          <Answered query={list} name={t('The cases')}>
            {({ pages }) => {
              const cases = pages.flatMap((page) => page.cases)
              return cases.length === 0 ? (
                <EmptyState p="xl" icon={<IconMoodCheck aria-hidden />} {...nothing[shown]}>
                  {shown !== 'open' && (
                    <EmptyState.Actions>
                      <Button variant="light" onClick={() => onShow('open')}>
                        {t('Show open cases')}
                      </Button>
                    </EmptyState.Actions>
                  )}
                </EmptyState>
              ) : (
                <NamedRows
                  label={shown === 'closed' ? t('Closed cases') : t('Open cases, by due date')}
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
