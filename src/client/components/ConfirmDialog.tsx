import { Button, Group, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { t } from '../i18n/t.ts'
import { Dialog } from './Dialog.tsx'

export type ConfirmDialogProps = {
  isOpen: boolean
  title: string
  /** What happens then, and that it stays so. */
  children: ReactNode
  confirmLabel: string
  keepLabel?: string
  isPending: boolean
  /** Why the last try failed. */
  problem: string | null
  onConfirm: () => void
  onClose: () => void
}

/** Asks before something that cannot be undone; the focus is on what changes nothing. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { isOpen, title, children, confirmLabel, keepLabel = t('Back'), isPending, problem } = props
  return (
    <Dialog opened={isOpen} onClose={props.onClose} title={title} centered>
      <Stack gap="sm">
        <Text size="sm" component="div">
          {children}
        </Text>
        {problem !== null && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {problem}
          </Text>
        )}
        <Group justify="flex-end" gap="sm" mt="xs">
          <Button variant="default" onClick={props.onClose} data-autofocus>
            {keepLabel}
          </Button>
          <Button color="red.9" loading={isPending} onClick={props.onConfirm}>
            {confirmLabel}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
