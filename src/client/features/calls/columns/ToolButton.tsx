import { ActionIcon, Button } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import type { ComponentPropsWithRef } from 'react'

export type ToolProps = {
  name: string
  icon: Icon
  /** The name stands on it; else it is read out, and shows on pointing. */
  isNamed?: boolean
}

/** A button of the list's bar, named by what it opens. */
export function ToolButton({
  name,
  icon: IconOf,
  isNamed,
  ...rest
}: ToolProps & ComponentPropsWithRef<'button'>) {
  if (isNamed) {
    return (
      <Button variant="default" leftSection={<IconOf size={16} aria-hidden />} {...rest}>
        {name}
      </Button>
    )
  }
  return (
    <ActionIcon variant="subtle" color="gray" size="lg" aria-label={name} title={name} {...rest}>
      <IconOf size={18} aria-hidden />
    </ActionIcon>
  )
}
