import { Button } from '@mantine/core'
import type { CallFilter } from '../../../server/domain/call-filter.schema.ts'
import { type CallTab, callTabs } from '../../../server/domain/call-status.ts'
import { t } from '../../i18n/t.ts'
import { readerLocale } from '../../lib/reader-locale.ts'
import classes from './CallsList.module.css'
import { useCallClock } from './call-clock.tsx'
import { filterOf } from './calls-address.ts'
import { tabLabels } from './tab-labels.ts'
import { useCallList } from './use-call-list.ts'
import { useCallsAddress } from './use-calls-address.ts'

/** Where else a search finds calls, each one press away with the search kept. */
export function FoundElsewhere({ tab }: { tab: CallTab }) {
  const { timeZone } = useCallClock()
  const { address, showTab, changeFilter } = useCallsAddress()
  // As the tabs would be shown: a status of one means little in another.
  const filter = filterOf({ ...address, status: undefined }, timeZone)
  const isOfTab = address.status !== 'any' && address.status !== 'canceled'
  return (
    <div className={classes.elsewhere}>
      {callTabs
        .filter((other) => other !== tab)
        .map((other) => (
          <FoundIn
            key={other}
            tab={other}
            filter={filter}
            place={tabLabels[other]}
            onShow={() => showTab(other)}
          />
        ))}
      {isOfTab && (
        <FoundIn
          tab={tab}
          filter={{ ...filter, status: 'canceled' }}
          place={t('Canceled')}
          onShow={() => changeFilter({ status: 'canceled' })}
        />
      )}
    </div>
  )
}

type FoundInProps = { tab: CallTab; filter: CallFilter; place: string; onShow: () => void }

function FoundIn({ tab, filter, place, onShow }: FoundInProps) {
  const { calls, hasNextPage, isPlaceholderData } = useCallList({ tab, filter })
  if (calls.length === 0 || isPlaceholderData) return null
  const count = calls.length.toLocaleString(readerLocale())
  return (
    <Button variant="light" onClick={onShow}>
      {t('{count} in {place}', { count: hasNextPage ? `${count}+` : count, place })}
    </Button>
  )
}
