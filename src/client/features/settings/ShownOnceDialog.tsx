import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Dialog } from '../../components/Dialog.tsx'
import { t } from '../../i18n/t.ts'

export type ShownOnceDialogProps = {
  title: string
  label: string
  /** Null while there is nothing to show. */
  secret: string | null
  children: ReactNode
  onClose: () => void
}

/** Shows what nobody can read again later; a stray click beside it does not lose it. */
export function ShownOnceDialog(props: ShownOnceDialogProps) {
  const { title, label, secret, children, onClose } = props
  const clipboard = useClipboard({ timeout: 4000 })
  return (
    <Dialog
      opened={secret !== null}
      onClose={onClose}
      title={title}
      centered
      size="lg"
      closeOnClickOutside={false}
    >
      <Stack gap="sm">
        <Text size="sm" component="div">
          {children}
        </Text>
        <TextInput
          label={label}
          value={secret ?? ''}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        />
        {clipboard.error && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {t('The browser did not allow copying. Select the text above and copy it by hand.')}
          </Text>
        )}
        <Group justify="flex-end" gap="sm" mt="xs">
          <Button variant="default" onClick={onClose}>
            {t('Done')}
          </Button>
          <Button
            data-autofocus
            leftSection={
              clipboard.copied ? (
                <IconCheck size={18} aria-hidden />
              ) : (
                <IconCopy size={18} aria-hidden />
              )
            }
            onClick={() => secret !== null && clipboard.copy(secret)}
          >
            {clipboard.copied ? t('Copied') : t('Copy')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
