import { Text } from '@mantine/core'
import type { PreviewResult } from '../../../server/domain/schedule-preview.schema.ts'
import { plural, t } from '../../i18n/t.ts'
import { CallLines } from './CallLines.tsx'
import { fateWords, type ReadAt } from './preview-words.ts'

type MovedCallsProps = { result: PreviewResult; readAt: ReadAt }

/** The calls that a draft moves: those that would be lost first, then those that move furthest. */
export function MovedCalls({ result: { moved, counts }, readAt }: MovedCallsProps) {
  const all = counts.earlier + counts.later + counts.lost + counts.won
  if (moved.length === 0) return null
  return (
    <CallLines
      label={t('Calls that would move')}
      calls={moved}
      wordsOf={({ move, before, after }) => (
        <Text size="xs" c={move === 'lost' ? 'var(--tone-missed-text)' : 'dimmed'}>
          {fateWords(before, readAt)} → {fateWords(after, readAt)}
        </Text>
      )}
      end={
        all > moved.length && (
          <Text size="xs" c="dimmed">
            {plural(all - moved.length, 'And {n} call more.', 'And {n} calls more.')}
          </Text>
        )
      }
    />
  )
}
