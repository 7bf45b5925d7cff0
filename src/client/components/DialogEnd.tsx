import { Button, Group, Text } from '@mantine/core'
import { t } from '../i18n/t.ts'

type DialogEndProps = {
  /** Why the last try failed, where it is told here. */
  problem?: string | null
  label: string
  isPending?: boolean
  /** There is nothing to send. */
  isOff?: boolean
  /** The focus is on it from the start: Enter sends the form. */
  isFirst?: boolean
  onBack: () => void
}

/** How a form in a dialog ends: why it failed, the way back, and the button that sends it. */
export function DialogEnd(props: DialogEndProps) {
  const { problem = null, label, isPending, isOff, isFirst, onBack } = props
  return (
    <>
      {problem !== null && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {problem}
        </Text>
      )}
      <Group justify="flex-end" gap="sm" mt="xs">
        <Button variant="default" onClick={onBack}>
          {t('Back')}
        </Button>
        <Button
          type="submit"
          loading={isPending}
          disabled={isOff}
          data-autofocus={isFirst || undefined}
        >
          {label}
        </Button>
      </Group>
    </>
  )
}
