import { Button, Text } from '@mantine/core'
import { IconArrowUp } from '@tabler/icons-react'
import { useEffect } from 'react'
import type { CallDetail } from '../../../../server/domain/call.schema.ts'
import { SimulatedMark } from '../../../components/SimulatedMark.tsx'
import { t } from '../../../i18n/t.ts'
import { AudioPlayer } from './AudioPlayer.tsx'
import { Section } from './Section.tsx'
import { useShownWords } from './shown-words.tsx'
import { TranscriptLines } from './TranscriptLines.tsx'
import { usePlayback } from './use-playback.ts'

/** The recording and its transcript, each leading through the other. */
export function Recording({ call }: { call: CallDetail }) {
  const playback = usePlayback()
  const { shown, goBack } = useShownWords()
  const { transcript, audioUrl } = call
  const { playFrom } = playback
  useEffect(() => {
    if (shown !== null && audioUrl !== null) playFrom(shown.startMs)
  }, [shown, audioUrl, playFrom])

  if (transcript === null && audioUrl === null) return null
  const isSimulated = call.attempts.some(({ provider }) => provider === 'simulator')
  return (
    <Section title={t('Conversation')} aside={isSimulated && <SimulatedMark />}>
      {audioUrl === null ? (
        <Text size="sm" c="dimmed" mb="xs">
          {t('No recording was kept.')}
        </Text>
      ) : (
        <AudioPlayer
          key={audioUrl}
          audioUrl={audioUrl}
          knownDurationMs={call.audioDurationMs}
          playback={playback}
        />
      )}
      {transcript && (
        <TranscriptLines
          transcript={transcript}
          positionMs={playback.positionMs}
          isPlaying={playback.isPlaying}
          seeks={playback.seeks}
          onPlayFrom={audioUrl === null ? null : playFrom}
          shown={shown}
        />
      )}
      {shown && (
        <Button
          mt="xs"
          size="compact-xs"
          variant="subtle"
          leftSection={<IconArrowUp size={14} aria-hidden />}
          onClick={goBack}
        >
          {t('Back to the finding')}
        </Button>
      )}
    </Section>
  )
}
