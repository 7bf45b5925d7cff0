import { Button, CloseButton, Group, Progress, Text } from '@mantine/core'
import { plural, t } from '../../../i18n/t.ts'
import classes from './BulkBar.module.css'
import { bulkWords, callsWord } from './bulk-words.ts'
import type { BulkChange, BulkOutcome } from './use-bulk-change.ts'

/** How far a change in bulk is, then what became of it, with the way back. */
export function BulkReport({ change }: { change: BulkChange }) {
  const { state, stop, undo, close } = change
  if (state.kind === 'idle') return null
  const words = bulkWords[state.name]
  if (state.kind === 'running') {
    const { done, total, isUndo } = state
    return (
      <div className={classes.report}>
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm" className="numeric">
            {t('{doing}: {n} of {total}', {
              doing: isUndo ? t('Taking back') : words.doing,
              n: done,
              total,
            })}
          </Text>
          <Button size="compact-xs" variant="default" onClick={stop}>
            {t('Stop')}
          </Button>
        </Group>
        <Progress value={(done / total) * 100} mt={6} mb={4} aria-label={t('Calls changed')} />
      </div>
    )
  }
  const { changedIds, unknownIds, refusals, isUndo } = state
  const isUndoable = !isUndo && changedIds.length + unknownIds.length > 0
  return (
    <section className={classes.report} aria-label={t('What became of the change')}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Text size="sm" role="status" className="numeric">
          {sentences(state).join(' ')}
        </Text>
        <Group gap={4} wrap="nowrap">
          {isUndoable && (
            <Button size="compact-sm" variant="light" onClick={() => void undo(state)}>
              {t('Undo')}
            </Button>
          )}
          <CloseButton size="sm" aria-label={t('Close this report')} onClick={close} />
        </Group>
      </Group>
      {refusals.length > 0 && (
        <ul className={classes.refusals} aria-label={t('Calls that were not changed')}>
          {refusals.map(({ id, customerName, reason }) => (
            <li key={id}>
              <strong>{customerName}</strong>: {reason}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** What is said of a change that is over: what was done, what was not, and why it ended early. */
function sentences(state: BulkOutcome): string[] {
  const { changedIds, unknownIds, refusals, unchangedCount, leftCount, problem } = state
  const { isUndo, name } = state
  const words = bulkWords[name]
  return [
    changedIds.length > 0 &&
      (isUndo ? words.undone(changedIds.length) : `${callsWord(changedIds.length)} ${words.done}.`),
    unchangedCount > 0 &&
      plural(unchangedCount, '{n} call was so already.', '{n} calls were so already.'),
    refusals.length > 0 &&
      t('{calls} could not be changed:', { calls: callsWord(refusals.length) }),
    problem !== null && t('It ended early: {problem}', { problem }),
    unknownIds.length > 0 &&
      t('Perhaps changed, perhaps not: {calls}.', { calls: callsWord(unknownIds.length) }),
    leftCount > 0 && plural(leftCount, '{n} call left as it was.', '{n} calls left as they were.'),
  ].filter((sentence) => sentence !== false)
}
