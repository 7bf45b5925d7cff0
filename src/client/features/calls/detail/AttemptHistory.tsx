import { Button, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { CallAttempt } from '../../../../server/domain/call.schema.ts'
import classes from '../CallDetailPanel.module.css'
import { useCallClock } from '../call-clock.tsx'
import { secondWords } from '../call-times.ts'
import { attemptSteps, sourceWords, stepWords } from './attempt-steps.ts'
import { useIsOnPaper } from './on-paper.ts'

/** Each step of an attempt and who said so; what came too often or too late is folded away. */
export function AttemptHistory({ attempt }: { attempt: CallAttempt }) {
  const clock = useCallClock()
  const isOnPaper = useIsOnPaper()
  const [isUnfolded, { toggle }] = useDisclosure(isOnPaper)
  const steps = attemptSteps(attempt.history)
  const idle = steps.filter(({ applied }) => !applied).length
  return (
    <>
      <ol className={classes.points} aria-label="Steps">
        {steps
          .filter(({ applied }) => applied || isUnfolded)
          .map(({ key, at, source, event, applied }) => (
            <li key={key} className="numeric">
              <Text size="xs" c="dimmed">
                {secondWords(at, clock)}
              </Text>
              <Text size="xs">
                {stepWords(event)}{' '}
                <Text span inherit c="dimmed">
                  ({sourceWords[source]}
                  {applied ? '' : ', changed nothing'})
                </Text>
              </Text>
            </li>
          ))}
      </ol>
      {idle > 0 && !isOnPaper && (
        <Button
          variant="subtle"
          size="compact-xs"
          ml={-7}
          onClick={toggle}
          aria-expanded={isUnfolded}
        >
          {isUnfolded ? 'Hide' : 'Show'} {idle} more that changed nothing
        </Button>
      )}
    </>
  )
}
