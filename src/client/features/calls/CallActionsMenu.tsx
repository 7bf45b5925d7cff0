import type { Call } from '../../../server/domain/call.schema.ts'
import { useFirstPress } from '../../components/use-first-press.ts'
import { t } from '../../i18n/t.ts'
import { createPart } from '../../lib/part.ts'
import { useRights } from '../../lib/rights.tsx'
import { actionsFor } from './call-actions.ts'
import { useCallActions } from './call-actions-context.tsx'
import { DotsButton } from './DotsButton.tsx'

const openedPart = createPart(
  async () => (await import('./CallActionsOpened.tsx')).CallActionsOpened,
)

export function CallActionsMenu({ call }: { call: Call }) {
  const { pendingFor } = useCallActions()
  const { Opened, buttonProps } = useFirstPress(openedPart)
  const mayWork = useRights().has('calls.work')
  // Rows leave no room for a reason; the opened call tells it.
  if (actionsFor(call).length === 0 || !mayWork) return null
  const label = t('Actions for {customerName}', { customerName: call.customerName })
  if (Opened !== null) return <Opened call={call} label={label} />
  return (
    <DotsButton
      aria-label={label}
      isBusy={pendingFor(call.id) !== null}
      {...buttonProps}
      aria-haspopup="menu"
      aria-expanded={false}
    />
  )
}
