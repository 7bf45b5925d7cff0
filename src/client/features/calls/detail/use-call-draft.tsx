import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import { usePerson } from '../../../lib/use-person.ts'
import { type CallDraft, type CallDrafts, createCallDrafts, nothingDrafted } from './call-drafts.ts'

const CallDraftsContext = createContext<CallDrafts>(createCallDrafts())

export const CallDraftsProvider = CallDraftsContext.Provider

/** What this person writes into the opened call, for its editors. */
export function useCallDraft(callId: string) {
  const drafts = useContext(CallDraftsContext)
  const person = usePerson()
  const draft = useSyncExternalStore(drafts.subscribe, () =>
    person === undefined ? nothingDrafted : drafts.read({ person, callId }),
  )
  const change = useCallback(
    (to: (now: CallDraft) => CallDraft) => {
      if (person !== undefined) drafts.change({ person, callId }, to)
    },
    [drafts, person, callId],
  )
  return { draft, change }
}
