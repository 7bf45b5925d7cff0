import type { Call } from '../../../server/domain/call.schema.ts'
import { withAnswer } from '../../lib/newer-call.ts'
import { trpc } from '../../lib/trpc.ts'
import { onAnyNetwork } from './any-network.ts'
import { isUnderWay } from './is-under-way.ts'

const ASK_AGAIN_MS = 3000

/**
 * A demo call as it stands; what happens to it arrives by the feed. Nothing is asked about it where it
 * is not `isAsked` for, as while it is being removed.
 */
export function useFollowedCall(callId: string | null, isAsked = true) {
  const utils = trpc.useUtils()
  const call = trpc.calls.byId.useQuery(
    { id: callId ?? '' },
    {
      ...onAnyNetwork,
      enabled: callId !== null && isAsked,
      // A call that was removed stays removed; asking again would only delay saying so.
      retry: (count, error) => !isGone(error) && count < 3,
      // An audience must not wait for a feed that is just reconnecting.
      refetchInterval: ({ state }) =>
        state.data !== undefined && isUnderWay(state.data) && ASK_AGAIN_MS,
    },
  )
  /** What a mutation answered, where the feed has not told anything newer yet. */
  const takeRow = (row: Call) =>
    utils.calls.byId.setData({ id: row.id }, (known) => withAnswer(known, row))
  return { call, isGone: call.isError && isGone(call.error), takeRow }
}

const isGone = (error: { data?: { code?: string } | null }) => error.data?.code === 'NOT_FOUND'
