import { ActionIcon, Button, Group, NativeSelect, Text } from '@mantine/core'
import { IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { formatDuration } from '../../../lib/format-time.ts'
import classes from './AudioPlayer.module.css'
import type { Playback } from './use-playback.ts'

// Drawing the waveform takes a library of its own, and listening does not wait for it.
const Waveform = lazy(async () => {
  const module = await import('./Waveform.tsx')
  return { default: module.Waveform }
})

export type AudioPlayerProps = {
  audioUrl: string
  knownDurationMs: number | null
  playback: Playback
}

const SPEEDS = [0.75, 1, 1.25, 1.5, 2]
const STEP_MS = 5000

export function AudioPlayer({ audioUrl, knownDurationMs, playback }: AudioPlayerProps) {
  const { isPlaying, positionMs, toggle, seek } = playback
  const durationMs = playback.durationMs ?? knownDurationMs ?? 0
  const keySteps = new Map([
    ['ArrowLeft', positionMs - STEP_MS],
    ['ArrowDown', positionMs - STEP_MS],
    ['ArrowRight', positionMs + STEP_MS],
    ['ArrowUp', positionMs + STEP_MS],
  ])
  return (
    <div className={classes.player}>
      <audio ref={playback.attach} src={audioUrl} preload="metadata" {...playback.mediaProps} />
      {playback.hasFailed ? (
        <Group gap="xs" role="alert">
          <Text size="sm">The recording could not be loaded.</Text>
          <Button size="compact-sm" variant="light" onClick={playback.retry}>
            Try again
          </Button>
        </Group>
      ) : (
        <Group gap="sm" wrap="nowrap">
          <ActionIcon
            size={40}
            radius="xl"
            aria-label={isPlaying ? 'Pause' : 'Play'}
            onClick={toggle}
          >
            {isPlaying ? (
              <IconPlayerPauseFilled size={18} aria-hidden />
            ) : (
              <IconPlayerPlayFilled size={18} aria-hidden />
            )}
          </ActionIcon>
          <div className={classes.track}>
            <Suspense fallback={<div className={classes.plain} />}>
              {playback.media && <Waveform media={playback.media} />}
            </Suspense>
            <input
              type="range"
              className={classes.seek}
              aria-label="Position in the recording"
              aria-valuetext={`${formatDuration(positionMs / 1000)} of ${formatDuration(durationMs / 1000)}`}
              min={0}
              max={Math.max(1, durationMs)}
              step={100}
              value={Math.min(positionMs, durationMs)}
              onChange={(event) => seek(event.currentTarget.valueAsNumber)}
              onKeyDown={(event) => {
                const target = keySteps.get(event.key)
                if (target !== undefined) seek(target)
                else if (event.key === ' ') toggle()
                else return
                event.preventDefault()
              }}
            />
          </div>
          <NativeSelect
            size="xs"
            w={72}
            aria-label="Speed"
            value={String(playback.rate)}
            onChange={(event) => playback.setRate(Number(event.currentTarget.value))}
            data={SPEEDS.map((speed) => ({ value: String(speed), label: `${speed}×` }))}
          />
        </Group>
      )}
      <Text size="xs" c="dimmed" className="numeric" mt={4} ml={52} aria-hidden>
        {formatDuration(positionMs / 1000)} / {formatDuration(durationMs / 1000)}
      </Text>
    </div>
  )
}
