import { Text, VisuallyHidden } from '@mantine/core'
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import type { CallAttempt } from '../../../../server/domain/call.schema.ts'
import { t } from '../../../i18n/t.ts'
import { withReadersClock } from '../../../lib/format-time.ts'
import { gateTitle } from '../../../lib/gate-words.ts'
import classes from '../CallDetailPanel.module.css'
import { useCallClock } from '../call-clock.tsx'
import { useIsOnPaper } from './on-paper.ts'

export function GateList({ gates }: { gates: CallAttempt['gates'] }) {
  const { when, locale } = useCallClock()
  const isOnPaper = useIsOnPaper()
  if (gates.length === 0) return null
  return (
    <ul className={classes.points} data-columns={isOnPaper || undefined}>
      {gates.map(({ name, pass, reason, until }) => (
        <li key={name}>
          {pass ? (
            <IconCircleCheck size={16} color="var(--tone-good-text)" aria-hidden />
          ) : (
            <IconCircleX size={16} color="var(--tone-missed-text)" aria-hidden />
          )}
          <div>
            <Text size="sm" fw={600} lh={1.35}>
              <VisuallyHidden>{pass ? t('Open: ') : t('Closed: ')}</VisuallyHidden>
              {gateTitle(name)}
            </Text>
            <Text size="sm" c="dimmed" lh={1.35}>
              {withReadersClock(reason, locale)}
              {until && !saysTime(reason) ? `, ${t('until {when}', { when: when(until) })}` : ''}
            </Text>
          </div>
        </li>
      ))}
    </ul>
  )
}

/** A reason that gives a time gives the one at which it ends. */
const saysTime = (reason: string) => /\d\d:\d\d/.test(reason)
