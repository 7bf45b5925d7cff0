import { Popover } from '@mantine/core'
import type { ReactNode } from 'react'
import { useOpenAtOnce } from '../../../components/use-first-press.ts'
import { ToolButton, type ToolProps } from './ToolButton.tsx'

/** What a tool opens below its button; open as soon as it is drawn. `children` are handed a way to close it. */
export function ToolPopover({
  name,
  icon,
  isNamed,
  width,
  children,
}: ToolProps & { width?: number; children: (close: () => void) => ReactNode }) {
  const { target, isOpen, setIsOpen } = useOpenAtOnce()
  return (
    <Popover
      opened={isOpen}
      onChange={setIsOpen}
      position={isNamed ? 'bottom-start' : 'bottom-end'}
      shadow="md"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <ToolButton ref={target} {...{ name, icon, isNamed }} onClick={() => setIsOpen(!isOpen)} />
      </Popover.Target>
      <Popover.Dropdown aria-label={name} w={width}>
        {children(() => setIsOpen(false))}
      </Popover.Dropdown>
    </Popover>
  )
}
