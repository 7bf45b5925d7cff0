import { Text } from '@mantine/core'
import type { AttemptNews, CallAttempt } from '../../../../server/domain/call.schema.ts'
import classes from '../CallDetailPanel.module.css'
import { useCallClock } from '../call-clock.tsx'
import { secondWords } from '../call-times.ts'

const sourceWords: Record<AttemptNews['source'], string> = {
  we: 'Ringback',
  callback: 'provider',
  look_up: 'asked the provider',
  timeout: 'no news in time',
}

/** All that was heard of an attempt, also what came too late to count. */
export function AttemptHistory({ attempt }: { attempt: CallAttempt }) {
  const clock = useCallClock()
  if (attempt.history.length === 0) return null
  return (
    <>
      <Text size="xs" c="dimmed" fw={600} mt="xs">
        What was heard of it
      </Text>
      <ol className={classes.points}>
        {attempt.history.map(({ at, source, event, applied }) => (
          <li key={`${at} ${source} ${event} ${applied}`} className="numeric">
            <Text size="xs" c="dimmed">
              {secondWords(at, clock)}
            </Text>
            <Text size="xs">
              {event.replaceAll('_', ' ')} ({sourceWords[source]}
              {applied ? '' : ', changed nothing'})
            </Text>
          </li>
        ))}
      </ol>
    </>
  )
}
