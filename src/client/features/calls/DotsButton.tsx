import { ActionIcon, type ActionIconProps, type ElementProps, Loader } from '@mantine/core'
import { IconDotsVertical } from '@tabler/icons-react'

type DotsButtonProps = ActionIconProps &
  ElementProps<'button', keyof ActionIconProps> & { isBusy: boolean }

export function DotsButton({ isBusy, ...props }: DotsButtonProps) {
  return (
    // Not disabled while it is busy: the focus comes back to it when its menu closes.
    <ActionIcon variant="subtle" color="gray" size="lg" aria-busy={isBusy || undefined} {...props}>
      {isBusy ? <Loader size={16} /> : <IconDotsVertical size={18} aria-hidden />}
    </ActionIcon>
  )
}
