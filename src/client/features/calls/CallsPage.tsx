import { Tabs, VisuallyHidden } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { CatchBoundary } from '@tanstack/react-router'
import { type ComponentType, lazy, type ReactNode, Suspense } from 'react'
import { callTabSchema } from '../../../server/domain/call.schema.ts'
import type { CallTab } from '../../../server/domain/call-status.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { t } from '../../i18n/t.ts'
import { useCommands } from '../../lib/commands.tsx'
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

const tabs: { tab: CallTab; label: string; Panel: ComponentType<TabProps> }[] = [
  { tab: 'ready', label: t('Ready for Call'), Panel: ReadyForCallTab },
  { tab: 'missed', label: t('Missed Calls'), Panel: MissedCallsTab },
  { tab: 'completed', label: t('Completed Calls'), Panel: CompletedCallsTab },
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
  const status = useLiveStatus()
  const label = tabs.find((known) => known.tab === tab)?.label ?? t('Calls')
  useCommands(
    tabs.map(({ tab: value, label }, index) => ({
      ...{ group: t('Tabs'), label, key: String(index + 1) },
      run: () => showTab(value),
    })),
  )
  useDocumentTitle(pageTitle({ label, count: counts?.[tab] ?? null, status }))

  return (
    <CallActionsProvider>
      <ShownListProvider>
        <div className={classes.page}>
          <div className={classes.list}>
            <BulkProvider>
              <VisuallyHidden component="h1">{t('Calls')}</VisuallyHidden>
              {notices}
              <Tabs
                className={classes.tabs}
                value={tab}
                onChange={(value) => showTab(callTabSchema.parse(value))}
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
                        counts ? t('{count} calls', { count: counts[value] }) : undefined
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
      {value.toLocaleString()}
    </span>
  )
}
