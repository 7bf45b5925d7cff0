import { Switch, Text } from '@mantine/core'
import {
  type BrowserNotices,
  switchBrowserNoticesOff,
  switchBrowserNoticesOn,
  useBrowserNotices,
} from '../../lib/browser-notices.ts'
import { useRights } from '../../lib/rights.tsx'
import { SettingsSection } from './SettingsSection.tsx'

const why: Partial<Record<BrowserNotices, string>> = {
  refused: 'This browser was told to show no notices of this page. Allow them in its own settings.',
  missing: 'This browser has no notices.',
}

/** Whether this browser calls one back when a case opens; nobody else's is touched. */
export function NotificationSettings() {
  const notices = useBrowserNotices()
  const mayWork = useRights().has('calls.work')
  if (!mayWork) return null
  const reason = why[notices]
  return (
    <SettingsSection
      title="Notifications"
      description="A new case is always announced in the page."
    >
      <Switch
        label="Also by this browser, while the page is out of sight"
        checked={notices === 'on'}
        disabled={reason !== undefined}
        description={reason}
        onChange={(event) => {
          if (event.currentTarget.checked) void switchBrowserNoticesOn()
          else switchBrowserNoticesOff()
        }}
      />
      <Text size="sm" c="dimmed">
        A notice names the customer and the score: leave it off where others see your screen.
      </Text>
    </SettingsSection>
  )
}
