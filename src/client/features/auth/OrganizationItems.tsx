import { Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconBuildingStore, IconCheck } from '@tabler/icons-react'
import { failureReason } from '../../components/failure-reason.ts'
import { t } from '../../i18n/t.ts'
import { roleNames } from '../../lib/role-names.ts'
import { trpc } from '../../lib/trpc.ts'

/** The organizations of somebody who belongs to several, in the menu, to go from one to another. */
export function OrganizationItems() {
  const organizations = trpc.account.organizations.useQuery().data ?? []
  const change = trpc.account.switchOrganization.useMutation({
    // Opened anew, the page holds nothing any more of the organization that one left.
    onSuccess: () => window.location.assign('/'),
    onError: (error) => {
      const title = t('You are still where you were')
      notifications.show({ color: 'red', title, message: failureReason(error) })
    },
  })
  if (organizations.length < 2) return null
  return (
    <>
      <Menu.Divider />
      <Menu.Label>{t('Your organizations')}</Menu.Label>
      {organizations.map(({ id, name, role, isCurrent }) => (
        <Menu.Item
          key={id}
          leftSection={
            isCurrent ? (
              <IconCheck size={16} aria-hidden />
            ) : (
              <IconBuildingStore size={16} aria-hidden />
            )
          }
          aria-current={isCurrent || undefined}
          disabled={change.isPending}
          closeMenuOnClick={isCurrent}
          onClick={() => isCurrent || change.mutate({ id })}
        >
          {name}, {roleNames[role].toLowerCase()}
        </Menu.Item>
      ))}
    </>
  )
}
