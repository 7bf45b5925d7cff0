import { Tabs, VisuallyHidden } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { CatchBoundary } from '@tanstack/react-router'
import { type ComponentType, lazy, memo, type ReactNode, Suspense } from 'react'
import type { CallTab } from '../../../server/domain/call-status.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { plural, t } from '../../i18n/t.ts'
import { useCommands } from '../../lib/commands.tsx'
import { readerLocale } from '../../lib/reader-locale.ts'
import { BulkProvider } from './bulk/BulkProvider.tsx'
import { CallActionsProvider } from './CallActionsProvider.tsx'
import classes from './CallsPage.module.css'
import { CompletedCallsTab } from './CompletedCallsTab.tsx'
import { useCallClock } from './call-clock.tsx'
import { filterOf, sortOf } from './calls-address.ts'
import { FilterBar } from './FilterBar.tsx'
import { MissedCallsTab } from './MissedCallsTab.tsx'
import { pageTitle } from './page-title.ts'
import { ReadyForCallTab } from './ReadyForCallTab.tsx'
import { ShownListProvider } from './shown-list.tsx'
import { tabLabels } from './tab-labels.ts'
import { useCallsAddress } from './use-calls-address.ts'
import { useIsNarrow } from './use-is-narrow.ts'
import { useLiveStatus } from './use-live-calls.tsx'
import { useRightTab } from './use-right-tab.ts'
import { useTabCounts } from './use-tab-counts.ts'

const CallDetailPanel = lazy(async () => {
  const module = await import('./CallDetailPanel.tsx')
  return { default: module.CallDetailPanel }
})

/** What stands in an empty tab's place while the organization has nothing yet. */
type WhileNew = ComponentType<{ children: ReactNode }>
export type TabProps = { WhileNew: WhileNew }

// Not drawn anew with each new count.
const tabs: { tab: CallTab; label: string; Panel: ComponentType<TabProps> }[] = [
  { tab: 'ready', label: tabLabels.ready, Panel: memo(ReadyForCallTab) },
  { tab: 'missed', label: tabLabels.missed, Panel: memo(MissedCallsTab) },
  { tab: 'completed', label: tabLabels.completed, Panel: memo(CompletedCallsTab) },
]

type CallsPageProps = {
  /** Said above the lists. */
  notices: ReactNode
  WhileNew: WhileNew
}

export function CallsPage({ notices, WhileNew }: CallsPageProps) {
  const { address, showTab, changeFilter, clearFilters, showView, stepToCall, closeCall } =
    useCallsAddress()
  const { timeZone } = useCallClock()
  const tab = address.tab ?? 'ready'
  const counts = useTabCounts({ tab, filter: filterOf(address, timeZone), sort: sortOf(address) })
  useRightTab()
  const isNarrow = useIsNarrow()
  const label = tabs.find((known) => known.tab === tab)?.label ?? t('Calls')
  useCommands(
    tabs.map(({ tab: value, label }, index) => ({
      group: t('Tabs'),
      label,
      key: String(index + 1),
      run: () => showTab(value),
    })),
  )

  return (
    <CallActionsProvider>
      <DocumentTitle label={label} count={counts?.[tab] ?? null} />
      <ShownListProvider>
        <div className={classes.page}>
          <div className={classes.list}>
            <BulkProvider>
              <VisuallyHidden component="h1">{t('Calls')}</VisuallyHidden>
              {notices}
              <Tabs
                className={classes.tabs}
                value={tab}
                onChange={(value) => {
                  const chosen = tabs.find((known) => known.tab === value)
                  if (chosen) showTab(chosen.tab)
                }}
                keepMounted={false}
              >
                <Tabs.List
                  grow={isNarrow}
                  aria-label={t('Calls by where they stand')}
                  data-tour="tabs"
                >
                  {tabs.map(({ tab: value, label }) => (
                    <Tabs.Tab
                      key={value}
                      value={value}
                      className={classes.tab}
                      aria-label={label}
                      aria-description={
                        counts ? plural(counts[value], '{n} call', '{n} calls') : undefined
                      }
                      rightSection={counts && <Count value={counts[value]} />}
                    >
                      {label}
                    </Tabs.Tab>
                  ))}
                </Tabs.List>
                <div className={classes.filters}>
                  <FilterBar
                    tab={tab}
                    address={address}
                    onChange={changeFilter}
                    onClear={clearFilters}
                    onShow={showView}
                    isNarrow={isNarrow}
                  />
                </div>
                {tabs.map(({ tab: value, Panel }) => (
                  <Tabs.Panel key={value} value={value} className={classes.panel}>
                    <Panel WhileNew={WhileNew} />
                  </Tabs.Panel>
                ))}
              </Tabs>
            </BulkProvider>
          </div>
          {address.call && (
            <CatchBoundary getResetKey={() => address.call ?? ''} errorComponent={DetailFailed}>
              <Suspense fallback={null}>
                <CallDetailPanel callId={address.call} onStep={stepToCall} onClose={closeCall} />
              </Suspense>
            </CatchBoundary>
          )}
        </div>
      </ShownListProvider>
    </CallActionsProvider>
  )
}

/** Apart, so that a page that turns live draws nothing else anew. */
function DocumentTitle({ label, count }: { label: string; count: number | null }) {
  const status = useLiveStatus()
  useDocumentTitle(pageTitle({ label, count, status }))
  return null
}

// One call that cannot be drawn must not take the list with it.
function DetailFailed({ reset }: { reset: () => void }) {
  return (
    <FailureNotice
      title={t('This call could not be shown')}
      message={t('The list goes on. If trying again does not help, reload the page.')}
      onRetry={reset}
    />
  )
}

// The tab says it in words to those who listen.
function Count({ value }: { value: number }) {
  return (
    <span className={classes.count} aria-hidden>
      {value.toLocaleString(readerLocale())}
    </span>
  )
}
