import { Anchor } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconMoodSad } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useRef } from 'react'
import type { Case } from '../../../server/domain/case.schema.ts'
import type { FeedMessage } from '../../../server/domain/feed.schema.ts'
import { t } from '../../i18n/t.ts'
import { showBrowserNotice } from '../../lib/browser-notices.ts'
import { ownerWords } from '../../lib/case-words.ts'
import { useRights } from '../../lib/rights.tsx'
import { trpc } from '../../lib/trpc.ts'
import { useOrganizationPlace } from '../../lib/use-organization-place.ts'
import { forWhom, type Known, mayChangeCases, newCases } from './case-news.ts'

const SHOWN_MS = 12_000
/** However fast scores come in, the answers are asked for anew no more often than this. */
const AT_MOST_EVERY_MS = 1000

/** Hears the feed: keeps every answer about cases current, and announces new ones as they open. */
export function useCaseNews(userId: string | null): (message: FeedMessage) => void {
  const refresh = useRefresh()
  useAnnouncements(userId)
  return useCallback((message) => mayChangeCases(message) && refresh(), [refresh])
}

function useRefresh(): () => void {
  const utils = trpc.useUtils()
  const pause = useRef<{ timer: number; isWanted: boolean } | null>(null)
  useEffect(() => () => window.clearTimeout(pause.current?.timer), [])
  return useCallback(
    function refresh() {
      if (pause.current !== null) {
        pause.current.isWanted = true
        return
      }
      void utils.cases.invalidate()
      const timer = window.setTimeout(() => {
        const isWanted = pause.current?.isWanted
        pause.current = null
        if (isWanted) refresh()
      }, AT_MOST_EVERY_MS)
      pause.current = { timer, isWanted: false }
    },
    [utils],
  )
}

function useAnnouncements(userId: string | null): void {
  const rights = useRights()
  const { fully } = useOrganizationPlace()
  const navigate = useNavigate()
  const known = useRef<Known>(null)
  const { data } = trpc.cases.summary.useQuery(undefined, { enabled: rights.has('visits.read') })
  useEffect(() => {
    if (data === undefined) return
    const step = newCases(data.newest, known.current)
    known.current = step.known
    if (!rights.has('calls.work')) return
    const open = () => void navigate({ to: '/cases', search: {} })
    for (const each of step.news) announce(each, { userId, due: fully(each.dueAt), open })
  }, [data, userId, rights, fully, navigate])
}

function announce(
  each: Case,
  { userId, due, open }: { userId: string | null; due: string; open: () => void },
): void {
  const title = t('{name} gave {score} of 10', {
    name: each.customerName,
    score: each.npsScore ?? '–',
  })
  const whom = forWhom(each, userId)
  const words = {
    reader: t('A case for you, due {when}.', { when: due }),
    anyone: t('A case for anyone, due {when}.', { when: due }),
    other: t('A case for {owner}, due {when}.', { owner: ownerWords(each), when: due }),
  }[whom]
  notifications.show({
    id: each.id,
    color: whom === 'other' ? 'gray' : 'orange',
    icon: <IconMoodSad size={18} aria-hidden />,
    title,
    message: (
      <>
        {words}{' '}
        <Anchor
          component="button"
          type="button"
          inherit
          underline="always"
          onClick={() => {
            notifications.hide(each.id)
            open()
          }}
        >
          {t('See the open cases')}
        </Anchor>
      </>
    ),
    autoClose: SHOWN_MS,
  })
  // What is another's is told on the page alone, in case they are away.
  if (whom !== 'other') showBrowserNotice({ id: each.id, title, body: words, onClick: open })
}
