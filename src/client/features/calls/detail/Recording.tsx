import { Text } from '@mantine/core'
import type { CallDetail } from '../../../../server/domain/call.schema.ts'
import { SimulatedMark } from '../../../components/SimulatedMark.tsx'
import { AudioPlayer } from './AudioPlayer.tsx'
import { Section } from './Section.tsx'
import { TranscriptLines } from './TranscriptLines.tsx'
import { usePlayback } from './use-playback.ts'

/** The recording and its transcript, each leading through the other. */
export function Recording({ call }: { call: CallDetail }) {
  const playback = usePlayback()
  const { transcript, audioUrl } = call
  if (transcript === null && audioUrl === null) return null
  const isSimulated = call.attempts.some(({ provider }) => provider === 'simulator')
  return (
    <Section title="Conversation" aside={isSimulated && <SimulatedMark />}>
      {audioUrl === null ? (
        <Text size="sm" c="dimmed" mb="xs">
          No recording was kept.
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
          onPlayFrom={audioUrl === null ? null : playback.playFrom}
        />
      )}
    </Section>
  )
}
