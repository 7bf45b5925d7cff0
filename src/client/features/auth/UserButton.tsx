import { ActionIcon, type ActionIconProps, type ElementProps } from '@mantine/core'
import { IconUserCircle } from '@tabler/icons-react'
import { t } from '../../i18n/t.ts'

type UserButtonProps = ActionIconProps &
  ElementProps<'button', keyof ActionIconProps> & { name: string }

export function UserButton({ name, ...props }: UserButtonProps) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={t('Your account: {name}', { name })}
      {...props}
    >
      <IconUserCircle size={22} stroke={1.75} aria-hidden />
    </ActionIcon>
  )
}
