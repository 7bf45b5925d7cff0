import { Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { CallAttempt } from '../../../../server/domain/call.schema.ts'
import { plural, t } from '../../../i18n/t.ts'
import classes from '../CallDetailPanel.module.css'
import { useCallClock } from '../call-clock.tsx'
import { secondWords } from '../call-times.ts'
import { attemptSteps, sourceWords, stepWords } from './attempt-steps.ts'
import { FoldButton } from './FoldButton.tsx'
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
      <ol className={classes.points} aria-label={t('Steps')}>
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
                  {applied ? '' : `, ${t('changed nothing')}`})
                </Text>
              </Text>
            </li>
          ))}
      </ol>
      {idle > 0 && !isOnPaper && (
        <FoldButton isUnfolded={isUnfolded} onToggle={toggle}>
          {isUnfolded
            ? plural(
                idle,
                'Hide one more that changed nothing',
                'Hide {n} more that changed nothing',
              )
            : plural(
                idle,
                'Show one more that changed nothing',
                'Show {n} more that changed nothing',
              )}
        </FoldButton>
      )}
    </>
  )
}
