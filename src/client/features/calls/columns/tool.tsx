import { ActionIcon, type ActionIconProps, Popover } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import type { ComponentPropsWithRef, ReactNode } from 'react'
import { useOpenAtOnce } from '../../../components/use-first-press.ts'

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

/** What a tool opens below its button; open as soon as it is drawn. `children` are handed a way to close it. */
export function ToolPopover({
  name,
  icon,
  width,
  children,
}: ToolProps & { width?: number; children: (close: () => void) => ReactNode }) {
  const { target, isOpen, setIsOpen } = useOpenAtOnce()
  return (
    <Popover
      opened={isOpen}
      onChange={setIsOpen}
      position="bottom-end"
      shadow="md"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <ToolButton ref={target} name={name} icon={icon} onClick={() => setIsOpen(!isOpen)} />
      </Popover.Target>
      <Popover.Dropdown aria-label={name} w={width}>
        {children(() => setIsOpen(false))}
      </Popover.Dropdown>
    </Popover>
  )
}
