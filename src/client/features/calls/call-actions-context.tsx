import { createContext, useContext } from 'react'
import type { Call } from '../../../server/domain/call.schema.ts'
import type { CallActionName } from './call-actions.ts'

export type CallActions = {
  /** Does it at once, or asks first where the action needs a time or cannot be taken back. */
  start: (name: CallActionName, call: Call) => void
  /** What is being done to a call right now. */
  pendingFor: (callId: string) => CallActionName | null
  /** The call as it will be by what was asked of it, until the feed says how it is. */
  expect: <C extends Call>(call: C) => C
}

export const CallActionsContext = createContext<CallActions | null>(null)

export function useCallActions(): CallActions {
  const actions = useContext(CallActionsContext)
  if (actions === null) throw new Error('useCallActions needs a CallActionsProvider above it')
  return actions
}
