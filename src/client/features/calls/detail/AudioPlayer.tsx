import { ActionIcon, Button, Checkbox, Group, NativeSelect, Text } from '@mantine/core'
import { IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { t } from '../../../i18n/t.ts'
import { useCommands } from '../../../lib/commands.tsx'
import { formatDuration } from '../../../lib/format-time.ts'
import { readerLocale } from '../../../lib/reader-locale.ts'
import classes from './AudioPlayer.module.css'
import { readHabits, speedAfter, speeds } from './listening-habits.ts'
import { openCall } from './open-call.ts'
import { totalMs } from './silences.ts'
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

const STEP_MS = 5000

export function AudioPlayer({ audioUrl, knownDurationMs, playback }: AudioPlayerProps) {
  const { isPlaying, positionMs, toggle, seekBy } = playback
  const durationMs = playback.durationMs ?? knownDurationMs ?? 0
  const position = formatDuration(positionMs / 1000)
  const duration = formatDuration(durationMs / 1000)
  useListeningKeys(playback)
  return (
    <div className={classes.player}>
      <audio ref={playback.attach} src={audioUrl} preload="metadata" {...playback.mediaProps} />
      {playback.hasFailed ? (
        <Group gap="xs" role="alert">
          <Text size="sm">{t('The recording could not be loaded.')}</Text>
          <Button size="compact-sm" variant="light" onClick={playback.retry}>
            {t('Try again')}
          </Button>
        </Group>
      ) : (
        <Group gap="sm" wrap="nowrap">
          <ActionIcon
            size={40}
            radius="xl"
            aria-label={isPlaying ? t('Pause') : t('Play')}
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
              {playback.media && (
                <Waveform media={playback.media} onSilences={playback.setSilences} />
              )}
            </Suspense>
            <input
              type="range"
              className={classes.seek}
              aria-label={t('Position in the recording')}
              aria-valuetext={t('{position} of {duration}', { position, duration })}
              min={0}
              max={Math.max(1, durationMs)}
              step={100}
              value={Math.min(positionMs, durationMs)}
              onChange={(event) => playback.seek(event.currentTarget.valueAsNumber)}
              onKeyDown={(event) => {
                const step = keySteps.get(event.key)
                if (step !== undefined) seekBy(step)
                else if (event.key === ' ') toggle()
                else return
                event.preventDefault()
              }}
            />
          </div>
          <NativeSelect
            size="xs"
            w={80}
            aria-label={t('Speed')}
            value={String(playback.speed)}
            onChange={(event) => {
              const { speed } = readHabits(`{"speed":${event.currentTarget.value}}`)
              playback.changeHabits({ speed })
            }}
            data={speeds.map((speed) => ({
              value: String(speed),
              label: `${speed.toLocaleString(readerLocale())}×`,
            }))}
          />
        </Group>
      )}
      <div className={classes.foot}>
        <Text size="xs" c="dimmed" className="numeric" aria-hidden>
          {position} / {duration}
        </Text>
        <SilenceChoice playback={playback} />
      </div>
    </div>
  )
}

const keySteps = new Map([
  ['ArrowLeft', -STEP_MS],
  ['ArrowDown', -STEP_MS],
  ['ArrowRight', STEP_MS],
  ['ArrowUp', STEP_MS],
])

function SilenceChoice({ playback }: { playback: Playback }) {
  const { silences, skipsSilence, changeHabits } = playback
  if (silences.length === 0) return null
  return (
    <Checkbox
      size="xs"
      label={t('Skip silence ({duration})', {
        duration: formatDuration(totalMs(silences) / 1000),
      })}
      checked={skipsSilence}
      onChange={(event) => changeHabits({ skipsSilence: event.currentTarget.checked })}
    />
  )
}

function useListeningKeys({ toggle, seekBy, speed, changeHabits }: Playback) {
  const faster = (step: 1 | -1) => changeHabits({ speed: speedAfter(speed, step) })
  const n = STEP_MS / 1000
  useCommands(
    [
      { label: t('Play or pause'), key: 'l', run: toggle },
      {
        label: t('{n} seconds back', { n }),
        key: ',',
        isRepeated: true,
        run: () => seekBy(-STEP_MS),
      },
      { label: t('{n} seconds on', { n }), key: '.', isRepeated: true, run: () => seekBy(STEP_MS) },
      { label: t('Slower'), key: '<', run: () => faster(-1) },
      { label: t('Faster'), key: '>', run: () => faster(1) },
    ].map((command) => ({ group: t('Recording'), worksIn: openCall, ...command })),
  )
}
