import { ActionIcon, type ActionIconProps } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import type { ComponentPropsWithRef } from 'react'

export type ToolProps = { name: string; icon: Icon }

/** A button of the list's bar, named by what it opens. */
export function ToolButton({
  name,
  icon: IconOf,
  ...rest
}: ToolProps & ActionIconProps & ComponentPropsWithRef<'button'>) {
  return (
    <ActionIcon variant="subtle" color="gray" size="lg" aria-label={name} title={name} {...rest}>
      <IconOf size={18} aria-hidden />
    </ActionIcon>
  )
}
