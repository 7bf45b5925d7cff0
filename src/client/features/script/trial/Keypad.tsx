import { Button, SimpleGrid, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import classes from './Trial.module.css'

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#']
/** A telephone waits this long for a second key. */
const NEXT_KEY_MS = 1500

type KeypadProps = { maxDigits: number; onPress: (keys: string) => void }

/** Keys of a telephone: an answer is complete at its last key, at the hash sign, or after a moment. */
export function Keypad({ maxDigits, onPress }: KeypadProps) {
  const [pending, setPending] = useState('')

  useEffect(() => {
    if (pending === '') return
    const isWhole = pending.length >= maxDigits || /[*#]$/.test(pending)
    const send = () => {
      setPending('')
      onPress(pending)
    }
    const timer = window.setTimeout(send, isWhole ? 0 : NEXT_KEY_MS)
    return () => window.clearTimeout(timer)
  }, [pending, maxDigits, onPress])

  return (
    <div>
      <SimpleGrid cols={3} spacing={6} verticalSpacing={6} role="group" aria-label={t('Keypad')}>
        {KEYS.map((key) => (
          <Button
            key={key}
            variant="default"
            className={classes.key}
            aria-label={keyNames[key] ?? key}
            onClick={() => setPending((before) => before + key)}
          >
            {key}
          </Button>
        ))}
      </SimpleGrid>
      <Text size="xs" c="dimmed" ta="center" mih="1.125rem" role="status">
        {pending !== '' && t('Pressed {keys}', { keys: pending })}
      </Text>
    </div>
  )
}

const keyNames: Readonly<Record<string, string>> = { '*': t('Star'), '#': t('Hash') }
