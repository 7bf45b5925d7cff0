import { Switch, Text } from '@mantine/core'
import { t } from '../../i18n/t.ts'
import {
  type BrowserNotices,
  switchBrowserNoticesOff,
  switchBrowserNoticesOn,
  useBrowserNotices,
} from '../../lib/browser-notices.ts'
import { useRights } from '../../lib/rights.tsx'
import { SettingsSection } from './SettingsSection.tsx'

const why: Partial<Record<BrowserNotices, string>> = {
  refused: t(
    'This browser was told to show no notices of this page. Allow them in its own settings.',
  ),
  missing: t('This browser has no notices.'),
}

/** Whether this browser calls one back when a case opens; nobody else's is touched. */
export function NotificationSettings() {
  const notices = useBrowserNotices()
  const mayWork = useRights().has('calls.work')
  if (!mayWork) return null
  const reason = why[notices]
  return (
    <SettingsSection
      title={t('Notifications')}
      description={t('A new case is always announced in the page.')}
    >
      <Switch
        label={t('Also by this browser, while the page is out of sight')}
        checked={notices === 'on'}
        disabled={reason !== undefined}
        description={reason}
        onChange={(event) => {
          if (event.currentTarget.checked) void switchBrowserNoticesOn()
          else switchBrowserNoticesOff()
        }}
      />
      <Text size="sm" c="dimmed">
        {t('A notice names the customer and the score: leave it off where others see your screen.')}
      </Text>
    </SettingsSection>
  )
}
