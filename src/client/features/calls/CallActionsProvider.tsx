import { type ReactNode, useCallback, useMemo, useState } from 'react'
import type { Call } from '../../../server/domain/call.schema.ts'
import { createPart, usePart } from '../../lib/part.ts'
import type { CallActionName } from './call-actions.ts'
import { CallActionsContext } from './call-actions-context.tsx'
import { useCallMutations } from './use-call-mutations.ts'

const dialogsPart = createPart(
  async () => (await import('./CallActionDialogs.tsx')).CallActionDialogs,
)

/** Kept while a dialog fades out, so that it does not fall empty before it is gone. */
export type Asking = { name: CallActionName; call: Call; isOpen: boolean }

/** One place for what can be done to a call, so that rows and the detail do it alike. */
export function CallActionsProvider({ children }: { children: ReactNode }) {
  const { run, pending, expect } = useCallMutations()
  const [asking, setAsking] = useState<Asking | null>(null)
  const Dialogs = usePart(dialogsPart, asking !== null)
  const stopAsking = useCallback(() => setAsking((last) => last && { ...last, isOpen: false }), [])
  const start = useCallback(
    (name: CallActionName, call: Call) => {
      if (name === 'reschedule' || name === 'cancel') setAsking({ name, call, isOpen: true })
      else void run({ name, call })
    },
    [run],
  )
  const actions = useMemo(
    () => ({ start, pendingFor: (callId: string) => pending.get(callId) ?? null, expect }),
    [start, pending, expect],
  )
  return (
    <CallActionsContext value={actions}>
      {children}
      {Dialogs && <Dialogs asking={asking} onClose={stopAsking} onAnswer={run} />}
    </CallActionsContext>
  )
}
