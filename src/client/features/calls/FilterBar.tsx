import { Button, Group, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconAdjustmentsHorizontal, IconX } from '@tabler/icons-react'
import { memo } from 'react'
import type { CallTab } from '../../../server/domain/call-status.ts'
import { DownloadLink } from '../../components/DownloadLink.tsx'
import { t } from '../../i18n/t.ts'
import { useCallClock } from './call-clock.tsx'
import { type CallsAddress, countFilters, type FilterChange, filterOf } from './calls-address.ts'
import { ColumnsButton } from './columns/ColumnsButton.tsx'
import { ViewsButton } from './columns/ViewsButton.tsx'
import classes from './FilterBar.module.css'
import { FilterFields } from './FilterFields.tsx'
import { QuickFilters } from './QuickFilters.tsx'
import { SearchField } from './SearchField.tsx'
import { WordedFilters } from './WordedFilters.tsx'

export type FilterBarProps = {
  tab: CallTab
  address: CallsAddress
  onChange: (change: FilterChange) => void
  onClear: () => void
  /** Goes to a tab with its filters and order. */
  onShow: (address: CallsAddress) => void
  isNarrow: boolean
}

/** Drawn anew by what it shows alone, not by every new count around it. */
export const FilterBar = memo(function FilterBar(props: FilterBarProps) {
  const { tab, address, onChange, onClear, isNarrow } = props
  const [isUnfolded, { toggle }] = useDisclosure(false)
  const [isReached, { open: reach }] = useDisclosure(false)
  const count = countFilters(address)
  const search = <SearchField value={address.q} onChange={(q) => onChange({ q })} />
  const fields = <FilterFields {...{ tab, address, onChange }} isReached={isReached || isNarrow} />
  const worded = <WordedFilters {...{ address, onChange, isNarrow }} />
  const { timeZone } = useCallClock()
  const download = (
    <DownloadLink
      href="/api/v1/calls/export.csv"
      query={{ tab, ...filterOf(address, timeZone) }}
      label={t('Download as CSV')}
      isShort={!isNarrow}
    />
  )
  const quick = <QuickFilters tab={tab} address={address} onChange={onChange} />
  const clearAll = count > 0 && (
    <Button
      variant="subtle"
      size={isNarrow ? 'sm' : 'compact-sm'}
      leftSection={<IconX size={16} aria-hidden />}
      onClick={onClear}
    >
      {t('Clear all')}
    </Button>
  )
  if (!isNarrow) {
    return (
      <search
        className={classes.bar}
        aria-label={t('Filter calls')}
        onFocus={reach}
        onPointerEnter={reach}
      >
        {search}
        {fields}
        <div className={classes.quick}>
          {quick}
          {clearAll}
          <span className={classes.tools}>
            <ViewsButton address={address} onShow={props.onShow} />
            <ColumnsButton tab={tab} />
            {download}
          </span>
        </div>
        {worded}
      </search>
    )
  }
  return (
    <search aria-label={t('Filter calls')}>
      <Group gap="xs" wrap="nowrap">
        {search}
        <Button
          variant={count > 0 ? 'light' : 'default'}
          onClick={toggle}
          aria-expanded={isUnfolded}
          leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden />}
          style={{ flex: 'none' }}
        >
          {t('Filters')}
          {count > 0 && (
            <Text span inherit ml={4} className="numeric">
              {count}
            </Text>
          )}
        </Button>
      </Group>
      {worded}
      {isUnfolded && (
        <div className={classes.folded}>
          <div className={classes.quick}>{quick}</div>
          {fields}
          {clearAll}
          <span className={classes.download}>{download}</span>
        </div>
      )}
    </search>
  )
})
