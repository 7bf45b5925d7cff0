import { Skeleton } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { CallDetail } from '../../../../server/domain/call.schema.ts'
import { callTabs, tabOf } from '../../../../server/domain/call-status.ts'
import { StatusBadge } from '../../../components/StatusBadge.tsx'
import { readerLocale } from '../../../lib/reader-locale.ts'
import { useSight } from '../../../lib/rights.tsx'
import { trpc } from '../../../lib/trpc.ts'
import { onAnyNetwork } from '../any-network.ts'
import { NpsFigure } from './NpsFigure.tsx'
import classes from './StageFigures.module.css'
import { stageWords, tabWords } from './stage-words.ts'

/** What moves beside the call: the three tabs, and the score of the organization. */
export function StageFigures({ call }: { call: CallDetail | null }) {
  const utils = trpc.useUtils()
  const sight = useSight()
  // The feed keeps every cached list current, and the counts of all tabs with it.
  const list = trpc.calls.list.useQuery({ tab: 'ready', limit: 1 }, onAnyNetwork)
  const counts = list.data?.counts ?? null
  const figures = trpc.stage.figures.useQuery(undefined, onAnyNetwork)
  const marker = `${counts?.completed}/${call?.id}/${call?.npsScore}`
  const seen = useRef(marker)
  useEffect(() => {
    if (seen.current === marker) return
    seen.current = marker
    void utils.stage.figures.invalidate()
  }, [marker, utils])
  const here = call && tabOf(call.status)

  return (
    <aside className={classes.figures} aria-label={stageWords.tabs}>
      {/* Beside a score of demo calls alone, whoever counts would wonder. */}
      {sight === 'demo' && <p className={classes.tabsSpan}>{stageWords.tabsSpan}</p>}
      <ul className={classes.tabs}>
        {callTabs.map((tab) => (
          <li key={tab} className={classes.tab} data-here={tab === here || undefined}>
            <span className={classes.label}>{tabWords[tab]}</span>
            <span className={classes.count} data-tab={tab}>
              {counts ? (
                <span key={counts[tab]}>{counts[tab].toLocaleString(readerLocale())}</span>
              ) : (
                <Skeleton width="1.25em" height="0.9em" />
              )}
            </span>
            <span className={classes.guest}>
              {tab === here && call && (
                <>
                  <span className={classes.name}>{call.customerName}</span>
                  <StatusBadge status={call.status} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      <NpsFigure figures={figures.data ?? null} hasFailed={figures.isError} />
    </aside>
  )
}
