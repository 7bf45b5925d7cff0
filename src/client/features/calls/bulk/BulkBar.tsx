import { Button, CloseButton, Group, Text } from '@mantine/core'
import type { Call } from '../../../../server/domain/call.schema.ts'
import type { BulkAction } from '../../../../server/domain/call-changes.schema.ts'
import { t } from '../../../i18n/t.ts'
import { actionsFor } from '../call-actions.ts'
import classes from './BulkBar.module.css'
import { BulkDialogs } from './BulkDialogs.tsx'
import type { BulkAsking } from './BulkProvider.tsx'
import { BulkReport } from './BulkReport.tsx'
import type { Bulk } from './bulk-context.ts'
import { actionOf, type BulkName, bulkNames, bulkWords, callsWord } from './bulk-words.ts'
import type { BulkChange } from './use-bulk-change.ts'

export type BulkBarProps = {
  selected: readonly Call[]
  bulk: Bulk
  change: BulkChange
  asking: BulkAsking | null
  onAsked: () => void
}

/** Lies over the foot of the list while calls are selected: nothing above it moves. */
export function BulkBar({ selected, bulk, change, asking, onAsked }: BulkBarProps) {
  const { selection, start } = bulk
  const go = async (name: BulkName, action: BulkAction, calls: readonly Call[]) => {
    const isOfSelection = selected.length > 0
    onAsked()
    const refused = await change.run(name, action, calls)
    if (isOfSelection) selection.set(refused.map(({ id }) => id))
  }
  return (
    <>
      <div className={classes.place}>
        {change.state.kind !== 'idle' && <BulkReport change={change} />}
        {selected.length > 0 && change.state.kind !== 'running' && (
          <div className={classes.bar} role="toolbar" aria-label={t('Selected calls')}>
            <Text size="sm" fw={600} className="numeric" role="status">
              {t('{calls} selected', { calls: callsWord(selected.length) })}
            </Text>
            <Group gap={6}>
              {bulkNames.map((name) => (
                <Button
                  key={name}
                  size="xs"
                  variant="default"
                  c={
                    name === 'cancel' && fits(name, selected)
                      ? 'var(--mantine-color-error)'
                      : undefined
                  }
                  disabled={!fits(name, selected)}
                  onClick={() => start(name)}
                >
                  {bulkWords[name].label}
                </Button>
              ))}
            </Group>
            <CloseButton aria-label={t('Select nothing')} onClick={selection.clear} />
          </div>
        )}
      </div>
      <BulkDialogs asking={asking} onClose={onAsked} onGo={go} />
    </>
  )
}

/** Whether there is one among them to which it can be done. */
function fits(name: BulkName, calls: readonly Call[]): boolean {
  const action = actionOf[name]
  return (
    action === null || calls.some((call) => actionsFor(call).some(({ name }) => name === action))
  )
}
