import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import { trpc } from '../../../lib/trpc.ts'
import { type CallDraft, type CallDrafts, createCallDrafts, nothingDrafted } from './call-drafts.ts'

const CallDraftsContext = createContext<CallDrafts>(createCallDrafts())

export const CallDraftsProvider = CallDraftsContext.Provider

/** What this person writes into the opened call, for its editors. */
export function useCallDraft(callId: string) {
  const drafts = useContext(CallDraftsContext)
  // The page around this one keeps the answer fresh.
  const person = trpc.organization.current.useQuery(undefined, {
    staleTime: Number.POSITIVE_INFINITY,
    select: ({ id, user }) => `${id} ${user?.id}`,
  }).data
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
