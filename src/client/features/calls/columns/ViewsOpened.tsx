import { IconBookmark } from '@tabler/icons-react'
import { t } from '../../../i18n/t.ts'
import type { CallsAddress } from '../calls-address.ts'
import { SavedViews } from './SavedViews.tsx'
import { ToolPopover } from './ToolPopover.tsx'

export type ViewsOpenedProps = {
  address: CallsAddress
  onShow: (address: CallsAddress) => void
  /** Its button is labelled, where no mouse points. */
  isNamed?: boolean
}

export function ViewsOpened({ address, onShow, isNamed }: ViewsOpenedProps) {
  return (
    <ToolPopover name={t('Saved views')} icon={IconBookmark} isNamed={isNamed} width={280}>
      {(close) => (
        <SavedViews
          address={address}
          onShow={(shown) => {
            close()
            onShow(shown)
          }}
        />
      )}
    </ToolPopover>
  )
}
