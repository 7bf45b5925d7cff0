import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import type { PreviewResult } from '../../../server/domain/schedule-preview.schema.ts'
import { plural, t } from '../../i18n/t.ts'
import classes from './CallLines.module.css'
import { CallLink } from './CallLink.tsx'
import { fateWords, type ReadAt } from './preview-words.ts'

type MovedCallsProps = { result: PreviewResult; readAt: ReadAt }

const SHOWN_AT_FIRST = 5

/** The calls that a draft moves: those that would be lost first, then those that move furthest. */
export function MovedCalls({ result: { moved, counts }, readAt }: MovedCallsProps) {
  const [isUnfolded, setIsUnfolded] = useState(false)
  const shown = isUnfolded ? moved : moved.slice(0, SHOWN_AT_FIRST)
  const all = counts.earlier + counts.later + counts.lost + counts.won
  if (moved.length === 0) return null
  return (
    <div>
      <ul className={classes.lines} aria-label={t('Calls that would move')}>
        {shown.map(({ callId, customerName, move, before, after }) => (
          <li key={callId}>
            <CallLink callId={callId} customerName={customerName} />
            <Text size="xs" c={move === 'lost' ? 'var(--tone-missed-text)' : 'dimmed'}>
              {fateWords(before, readAt)} → {fateWords(after, readAt)}
            </Text>
          </li>
        ))}
      </ul>
      {moved.length > SHOWN_AT_FIRST && (
        <Button
          variant="subtle"
          size="compact-sm"
          ml={-8}
          aria-expanded={isUnfolded}
          onClick={() => setIsUnfolded((was) => !was)}
        >
          {isUnfolded ? t('Show fewer') : t('Show {n}', { n: moved.length })}
        </Button>
      )}
      {isUnfolded && all > moved.length && (
        <Text size="xs" c="dimmed">
          {plural(all - moved.length, 'And {n} call more.', 'And {n} calls more.')}
        </Text>
      )}
    </div>
  )
}
