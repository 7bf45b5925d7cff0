import { Button, Group, Stack, TextInput } from '@mantine/core'
import { IconPhoneOff, IconSend, IconVolumeOff } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import type { Turn } from '../../../../server/domain/conversation.schema.ts'
import { t } from '../../../i18n/t.ts'
import { Keypad } from './Keypad.tsx'
import type { TrialAnswer } from './use-trial.ts'

type TrialControlsProps = {
  next: Extract<Turn['next'], { type: 'listen' }>
  onAnswer: (answer: TrialAnswer) => void
  onPress: (keys: string) => void
}

/** What a customer can do at this moment. */
export function TrialControls({ next, onAnswer, onPress }: TrialControlsProps) {
  const [words, setWords] = useState('')
  const say = () => {
    const text = words.trim()
    if (text === '') return
    setWords('')
    onAnswer({ type: 'speech', text })
  }
  // The trial stands inside the form that saves the script.
  const onEnter = (event: { key: string } & Pick<FormEvent, 'preventDefault'>) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    say()
  }
  return (
    <Stack gap="xs">
      <Group gap="xs" wrap="nowrap">
        <TextInput
          flex={1}
          aria-label={t('Say something')}
          placeholder={t('Say something, as the customer')}
          value={words}
          maxLength={500}
          onChange={(event) => setWords(event.currentTarget.value)}
          onKeyDown={onEnter}
        />
        <Button
          variant="default"
          onClick={say}
          disabled={words.trim() === ''}
          aria-label={t('Say it')}
        >
          <IconSend size={16} aria-hidden />
        </Button>
      </Group>
      {next.keys && <Keypad maxDigits={next.keys.maxDigits} onPress={onPress} />}
      <Group grow gap="xs">
        <Button
          variant="default"
          leftSection={<IconVolumeOff size={16} aria-hidden />}
          onClick={() => onAnswer({ type: 'silence' })}
        >
          {t('Stay silent')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconPhoneOff size={16} aria-hidden />}
          onClick={() => onAnswer({ type: 'hung_up' })}
        >
          {t('Hang up')}
        </Button>
      </Group>
    </Stack>
  )
}
