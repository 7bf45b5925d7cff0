import { Button, Group, Text, TextInput } from '@mantine/core'
import { IconMicrophone, IconMicrophoneOff, IconPhoneOff, IconSend } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import type { Heard } from '../../../../server/domain/conversation.schema.ts'
import { quickAnswers } from './quick-answers.ts'
import classes from './StageView.module.css'
import { liveWords } from './stage-words.ts'
import { canListen, type ListeningEnd, useListening } from './use-listening.ts'
import type { Stage } from './use-stage.ts'

const micEnds: Record<ListeningEnd, string> = {
  refused: liveWords.micRefused,
  failed: liveWords.micFailed,
}

/** What whoever plays the customer can answer at this moment: by button, by typing, by voice. */
export function GuestControls({ stage }: { stage: Stage }) {
  const { turns, isSpeaking, clock } = stage
  const { turn } = turns
  const [words, setWords] = useState('')
  const [isListening, setIsListening] = useState(false)
  const [micEnd, setMicEnd] = useState<ListeningEnd | null>(null)
  const isOver = turn?.step === 'over'
  const isOff = turns.isSending || isOver || turn === null

  const answer = (heard: Heard) => {
    setWords('')
    turns.answer(heard)
  }
  const interim = useListening({
    isOn: isListening && clock.isPlaying && !isSpeaking && !isOff,
    language: turn?.language ?? 'en',
    onHeard: answer,
    onEnded(why) {
      setIsListening(false)
      setMicEnd(why)
    },
  })
  const say = (event: FormEvent) => {
    event.preventDefault()
    const text = words.trim()
    if (text !== '') answer({ type: 'speech', text })
  }
  if (turn === null || isOver) return null
  return (
    <div className={classes.guest}>
      <p className={classes.hint} role="status">
        {turns.isSending
          ? liveWords.sending
          : isSpeaking
            ? liveWords.speaking
            : interim || (isListening ? liveWords.hearing : liveWords.yourTurn)}
      </p>
      <Group gap="xs">
        {quickAnswers(turn).map(({ label, heard, isQuiet }) => (
          <Button
            key={label}
            variant={isQuiet ? 'default' : 'light'}
            disabled={isOff}
            className={classes.answer}
            onClick={() => answer(heard)}
          >
            {label}
          </Button>
        ))}
      </Group>
      <form onSubmit={say} className={classes.typing}>
        <TextInput
          flex={1}
          aria-label={liveWords.typeAnswer}
          placeholder={liveWords.typeAnswer}
          value={words}
          maxLength={500}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <Button
          type="submit"
          variant="default"
          disabled={isOff || words.trim() === ''}
          aria-label={liveWords.say}
        >
          <IconSend size={18} aria-hidden />
        </Button>
        {canListen() && (
          <Button
            variant={isListening ? 'filled' : 'default'}
            aria-pressed={isListening}
            aria-label={isListening ? liveWords.micOff : liveWords.micOn}
            onClick={() => {
              setMicEnd(null)
              setIsListening(!isListening)
            }}
          >
            {isListening ? (
              <IconMicrophoneOff size={18} aria-hidden />
            ) : (
              <IconMicrophone size={18} aria-hidden />
            )}
            <span className={classes.words}>
              {isListening ? liveWords.micOff : liveWords.micOn}
            </span>
          </Button>
        )}
        <Button
          variant="default"
          disabled={isOff}
          aria-label={liveWords.hangUp}
          onClick={() => answer({ type: 'hung_up' })}
        >
          <IconPhoneOff size={18} aria-hidden />
          <span className={classes.words}>{liveWords.hangUp}</span>
        </Button>
      </form>
      <Text size="xs" c="dimmed">
        {liveWords.notRecorded} <span role="status">{micEnd !== null && micEnds[micEnd]}</span>
        {micEnd === null && (canListen() ? liveWords.micNote : liveWords.noMic)}
      </Text>
    </div>
  )
}
