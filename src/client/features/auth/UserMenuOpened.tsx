import { Menu, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconLogout, IconMap2, IconSettings } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { failureReason } from '../../components/failure-reason.ts'
import { useOpenAtOnce } from '../../components/use-first-press.ts'
import { t } from '../../i18n/t.ts'
import { useSight } from '../../lib/rights.tsx'
import { roleNames } from '../../lib/role-names.ts'
import { useSession } from '../../lib/session.tsx'
import { startTour } from '../../lib/tour.ts'
import { trpc } from '../../lib/trpc.ts'
import { LanguageItems } from './LanguageItems.tsx'
import { OrganizationItems } from './OrganizationItems.tsx'
import { UserButton } from './UserButton.tsx'
import type { UserMenuProps } from './UserMenu.tsx'

export function UserMenuOpened({ user, organizationName }: UserMenuProps) {
  const { target, isOpen, setIsOpen } = useOpenAtOnce()
  const session = useSession()
  const sight = useSight()
  const [isLeaving, setIsLeaving] = useState(false)
  const { mutateAsync: changeOrganization } = trpc.account.switchOrganization.useMutation()
  const leave = async (go: () => Promise<void>, titleOfFailure: string) => {
    setIsLeaving(true)
    try {
      await go()
    } catch (error) {
      const message = failureReason(error)
      notifications.show({ color: 'red', title: titleOfFailure, message })
    } finally {
      setIsLeaving(false)
    }
  }
  const goTo = (id: string) =>
    void leave(
      () => session.changeOrganization(() => changeOrganization({ id })),
      t('You are still where you were'),
    )
  return (
    <Menu position="bottom-end" width={240} opened={isOpen} onChange={setIsOpen}>
      <Menu.Target>
        <UserButton name={user.name} loading={isLeaving} ref={target} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text component="span" display="block" fw={650} c="var(--mantine-color-text)" truncate>
            {user.name}
          </Text>
          <Text component="span" display="block" size="sm" c="dimmed">
            {t('{role} at {organizationName}', { role: roleNames[user.role], organizationName })}
          </Text>
        </Menu.Label>
        <OrganizationItems isOff={isLeaving} onChoose={goTo} />
        <LanguageItems />
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconSettings size={16} aria-hidden />}
          renderRoot={(props) => <Link {...props} to="/settings/account" />}
        >
          {t('Settings')}
        </Menu.Item>
        {sight === 'all' && (
          <Menu.Item leftSection={<IconMap2 size={16} aria-hidden />} onClick={startTour}>
            {t('Take the tour')}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconLogout size={16} aria-hidden />}
          disabled={isLeaving}
          onClick={() => void leave(session.signOut, t('You are still signed in'))}
        >
          {t('Sign out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
