import { Menu } from '@mantine/core'
import type { Call } from '../../../server/domain/call.schema.ts'
import { useOpenAtOnce } from '../../components/use-first-press.ts'
import { actionsFor } from './call-actions.ts'
import { useCallActions } from './call-actions-context.tsx'
import { DotsButton } from './DotsButton.tsx'

export function CallActionsOpened({ call, label }: { call: Call; label: string }) {
  const { start, pendingFor } = useCallActions()
  const { target, isOpen, setIsOpen } = useOpenAtOnce()
  return (
    <Menu position="bottom-end" withinPortal opened={isOpen} onChange={setIsOpen}>
      <Menu.Target>
        <DotsButton aria-label={label} isBusy={pendingFor(call.id) !== null} ref={target} />
      </Menu.Target>
      <Menu.Dropdown>
        {actionsFor(call).map(({ name, label, icon: IconOf, isDestructive }) => (
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
