import { Button, Group, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconAdjustmentsHorizontal, IconFilterX } from '@tabler/icons-react'
import { memo } from 'react'
import type { CallTab } from '../../../server/domain/call-status.ts'
import { DownloadLink } from '../../components/DownloadLink.tsx'
import { t } from '../../i18n/t.ts'
import { useCallClock } from './call-clock.tsx'
import { type CallsAddress, countFilters, type FilterChange, filterOf } from './calls-address.ts'
import { ColumnsButton } from './columns/ColumnsButton.tsx'
import { ToolButton } from './columns/ToolButton.tsx'
import { ViewsButton } from './columns/ViewsButton.tsx'
import classes from './FilterBar.module.css'
import { FilterDates } from './FilterDates.tsx'
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
export const FilterBar = memo(function FilterBar({ isNarrow, ...props }: FilterBarProps) {
  return isNarrow ? <FoldedBar {...props} /> : <WideBar {...props} />
})

type BarProps = Omit<FilterBarProps, 'isNarrow'>

function WideBar({ tab, address, onChange, onClear, onShow }: BarProps) {
  const [isReached, { open: reach }] = useDisclosure(false)
  return (
    <search
      className={classes.bar}
      aria-label={t('Filter calls')}
      onFocus={reach}
      onPointerEnter={reach}
    >
      <SearchField value={address.q} onChange={(q) => onChange({ q })} />
      <FilterFields {...{ tab, address, onChange, isReached }} />
      <div className={classes.quick}>
        <QuickFilters {...{ tab, address, onChange }} />
        <FilterDates {...{ tab, address, onChange, isReached }} />
        <span className={classes.tools}>
          {countFilters(address) > 0 && (
            <ToolButton name={t('Clear all')} icon={IconFilterX} onClick={onClear} />
          )}
          <ViewsButton address={address} onShow={onShow} />
          <ColumnsButton tab={tab} />
          <Download tab={tab} address={address} isShort />
        </span>
      </div>
      <WordedFilters {...{ address, onChange }} isNarrow={false} />
    </search>
  )
}

function FoldedBar({ tab, address, onChange, onClear, onShow }: BarProps) {
  const [isUnfolded, { toggle }] = useDisclosure(false)
  const count = countFilters(address)
  return (
    <search aria-label={t('Filter calls')}>
      <Group gap="xs" wrap="nowrap">
        <SearchField value={address.q} onChange={(q) => onChange({ q })} isNarrow />
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
      <WordedFilters {...{ address, onChange }} isNarrow />
      {isUnfolded && (
        <div className={classes.folded}>
          <QuickFilters {...{ tab, address, onChange }} />
          <FilterFields {...{ tab, address, onChange }} isReached />
          <FilterDates {...{ tab, address, onChange }} isReached />
          <span className={classes.foot}>
            <ViewsButton address={address} onShow={onShow} isNamed />
            <Download tab={tab} address={address} />
            {count > 0 && (
              <ToolButton name={t('Clear all')} icon={IconFilterX} isNamed onClick={onClear} />
            )}
          </span>
        </div>
      )}
    </search>
  )
}

type DownloadProps = { tab: CallTab; address: CallsAddress; isShort?: boolean }

function Download({ tab, address, isShort }: DownloadProps) {
  const { timeZone } = useCallClock()
  return (
    <DownloadLink
      href="/api/v1/calls/export.csv"
      query={{ tab, ...filterOf(address, timeZone) }}
      label={t('Download as CSV')}
      isShort={isShort}
    />
  )
}
