import { Button, Group, Text, Transition } from '@mantine/core'
import { IconDeviceFloppy } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { plural, t } from '../i18n/t.ts'
import { FloatingBar } from './FloatingBar.tsx'

type SaveBarProps = {
  saveLabel: string
  isDirty: boolean
  isSaving: boolean
  /** What saving would do, in a few words. */
  outcome: ReactNode
  error: string | null
  /** Above zero once a save was refused because of them. */
  problemCount: number
  onDiscard: () => void
  /** Takes the place of the buttons until somebody has decided. */
  conflict: ReactNode
}

/** Stays in sight at the lower edge for as long as something is unsaved. */
export function SaveBar(props: SaveBarProps) {
  const { saveLabel, isDirty, isSaving, outcome, error, problemCount, onDiscard, conflict } = props
  return (
    <Transition mounted={isDirty} transition="slide-up">
      {(style) => (
        <FloatingBar style={style}>
          {conflict || (
            <Group justify="space-between" gap="sm">
              <div>
                <Message error={error} problemCount={problemCount} />
                {outcome}
              </div>
              <Group gap="sm">
                <Button variant="default" onClick={onDiscard} disabled={isSaving}>
                  {t('Discard')}
                </Button>
                <Button
                  type="submit"
                  loading={isSaving}
                  leftSection={<IconDeviceFloppy size={18} aria-hidden />}
                >
                  {saveLabel}
                </Button>
              </Group>
            </Group>
          )}
        </FloatingBar>
      )}
    </Transition>
  )
}

function Message({ error, problemCount }: { error: string | null; problemCount: number }) {
  if (problemCount > 0) {
    return (
      <Text size="sm" c="var(--mantine-color-error)" role="alert">
        {plural(
          problemCount,
          'One field needs mending before this can be saved.',
          '{n} fields need mending before this can be saved.',
        )}
      </Text>
    )
  }
  if (error) {
    return (
      <Text size="sm" c="var(--mantine-color-error)" role="alert">
        {t('Not saved: {error}', { error })}
      </Text>
    )
  }
  return (
    <Text size="sm" role="status">
      {t('You have unsaved changes.')}
    </Text>
  )
}
