import { type BoxProps, Button, Group } from '@mantine/core'
import type { Call } from '../../../server/domain/call.schema.ts'
import { actionsFor } from './call-actions.ts'
import { useCallActions } from './call-actions-context.tsx'

export function CallActionButtons({ call, ...box }: { call: Call } & BoxProps) {
  const { start, pendingFor } = useCallActions()
  const actions = actionsFor(call)
  const pending = pendingFor(call.id)
  if (actions.length === 0) return null
  return (
    <Group gap="xs" {...box} role="group" aria-label="Actions">
      {actions.map(({ name, label, icon: IconOf, isDestructive }, index) => (
        <Button
          key={name}
          size="xs"
          variant={index === 0 ? 'filled' : 'default'}
          c={isDestructive ? 'var(--mantine-color-error)' : undefined}
          leftSection={<IconOf size={15} aria-hidden />}
          loading={pending === name}
          disabled={pending !== null && pending !== name}
          onClick={() => start(name, call)}
        >
          {label}
        </Button>
      ))}
    </Group>
  )
}
