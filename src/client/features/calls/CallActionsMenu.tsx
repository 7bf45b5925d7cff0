import { ActionIcon, Menu } from '@mantine/core'
import { IconDotsVertical } from '@tabler/icons-react'
import type { Call } from '../../../server/domain/call.schema.ts'
import { useRights } from '../../lib/rights.tsx'
import { actionsFor } from './call-actions.ts'
import { useCallActions } from './call-actions-context.tsx'

export function CallActionsMenu({ call }: { call: Call }) {
  const { start, pendingFor } = useCallActions()
  const actions = actionsFor(call)
  const mayWork = useRights().has('calls.work')
  // Rows leave no room for a reason; the opened call tells it.
  if (actions.length === 0 || !mayWork) return null
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={`Actions for ${call.customerName}`}
          loading={pendingFor(call.id) !== null}
        >
          <IconDotsVertical size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map(({ name, label, icon: IconOf, isDestructive }) => (
          <Menu.Item
            key={name}
            leftSection={<IconOf size={16} aria-hidden />}
            color={isDestructive ? 'var(--mantine-color-error)' : undefined}
            onClick={() => start(name, call)}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
