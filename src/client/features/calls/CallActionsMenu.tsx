import { ActionIcon, type ActionIconProps, type ElementProps, Loader, Menu } from '@mantine/core'
import { IconDotsVertical } from '@tabler/icons-react'
import type { Call } from '../../../server/domain/call.schema.ts'
import { useFirstPress } from '../../components/use-first-press.ts'
import { useRights } from '../../lib/rights.tsx'
import { actionsFor } from './call-actions.ts'
import { useCallActions } from './call-actions-context.tsx'

export function CallActionsMenu({ call }: { call: Call }) {
  const { start, pendingFor } = useCallActions()
  const { isPressed, press, target, isOpen, setIsOpen } = useFirstPress()
  const actions = actionsFor(call)
  const mayWork = useRights().has('calls.work')
  // Rows leave no room for a reason; the opened call tells it.
  if (actions.length === 0 || !mayWork) return null
  const button = {
    'aria-label': `Actions for ${call.customerName}`,
    isBusy: pendingFor(call.id) !== null,
  }
  if (!isPressed) {
    return <DotsButton {...button} onClick={press} aria-haspopup="menu" aria-expanded={false} />
  }
  return (
    <Menu position="bottom-end" withinPortal opened={isOpen} onChange={setIsOpen}>
      <Menu.Target>
        <DotsButton {...button} ref={target} />
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

type DotsButtonProps = ActionIconProps &
  ElementProps<'button', keyof ActionIconProps> & { isBusy: boolean }

function DotsButton({ isBusy, ...props }: DotsButtonProps) {
  return (
    // Not disabled while it is busy: the focus comes back to it when its menu closes.
    <ActionIcon variant="subtle" color="gray" size="lg" aria-busy={isBusy || undefined} {...props}>
      {isBusy ? <Loader size={16} /> : <IconDotsVertical size={18} aria-hidden />}
    </ActionIcon>
  )
}
