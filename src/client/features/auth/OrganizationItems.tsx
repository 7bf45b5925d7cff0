import { Menu } from '@mantine/core'
import { IconBuildingStore, IconCheck } from '@tabler/icons-react'
import { t } from '../../i18n/t.ts'
import { roleNames } from '../../lib/role-names.ts'
import { trpc } from '../../lib/trpc.ts'

/** The organizations of somebody who belongs to several, in the menu, to go from one to another. */
export function OrganizationItems(props: { isOff: boolean; onChoose: (id: string) => void }) {
  const organizations = trpc.account.organizations.useQuery().data ?? []
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
          disabled={props.isOff}
          onClick={() => isCurrent || props.onChoose(id)}
        >
          {name}, {roleNames[role].toLowerCase()}
        </Menu.Item>
      ))}
    </>
  )
}
