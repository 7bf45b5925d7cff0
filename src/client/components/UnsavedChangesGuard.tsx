import { Button, Group, Stack, Text } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import { t } from '../i18n/t.ts'
import { Dialog } from './Dialog.tsx'

type UnsavedChangesGuardProps = {
  isDirty: boolean
  /** What was changed, as in "Your changes to the schedule". */
  what: string
}

/** Asks before a draft is left behind: by a link in the page, for another call, or by closing it. */
export function UnsavedChangesGuard({ isDirty, what }: UnsavedChangesGuardProps) {
  const leaving = useBlocker({
    shouldBlockFn: ({ current, next }) =>
      current.pathname !== next.pathname || callIn(current.search) !== callIn(next.search),
    enableBeforeUnload: isDirty,
    disabled: !isDirty,
    withResolver: true,
  })
  return (
    <Dialog
      opened={leaving.status === 'blocked'}
      onClose={() => leaving.reset?.()}
      title={t('Leave without saving?')}
      centered
    >
      <Stack>
        <Text size="sm">
          {t('Your changes to {what} are not saved and would be lost.', { what })}
        </Text>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={() => leaving.proceed?.()}>
            {t('Leave and lose them')}
          </Button>
          <Button onClick={() => leaving.reset?.()} data-autofocus>
            {t('Stay')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}

/** The call that stands open, where an address has one. */
const callIn = (search: object): unknown => ('call' in search ? search.call : undefined)
