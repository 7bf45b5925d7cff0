import { useSessionStorage } from '@mantine/hooks'
import type { Call, CallDetail } from '../../../server/domain/call.schema.ts'
import { isLive } from '../../../server/domain/call-status.ts'
import type { DemoCreate } from '../../../server/domain/demo.schema.ts'
import { trpc } from '../../lib/trpc.ts'

/**
 * The demo call on the stage: made, started and followed. It stays there when the page is loaded
 * again; what happens to it arrives by the feed.
 */
export function useDemoCall() {
  const utils = trpc.useUtils()
  const [callId, setCallId] = useSessionStorage<string | null>({
    key: 'ringback-demo-call',
    defaultValue: null,
    getInitialValueInEffect: false,
  })
  const call = trpc.calls.byId.useQuery(
    { id: callId ?? '' },
    {
      enabled: callId !== null,
      // A call that was removed stays removed; asking again would only delay saying so.
      retry: (count, error) => !isGone(error) && count < 3,
      // An audience must not wait for a feed that is just reconnecting.
      refetchInterval: ({ state }) => isUnderWay(state.data) && ASK_AGAIN_MS,
    },
  )
  const create = trpc.demo.create.useMutation()
  const initiate = trpc.demo.initiate.useMutation()

  const takeRow = (row: Call) =>
    utils.calls.byId.setData({ id: row.id }, (known) =>
      known && row.version > known.version ? { ...known, ...row } : known,
    )

  const start = (id: string) =>
    initiate.mutate(
      { callId: id },
      {
        onSuccess: takeRow,
        onError: () => void utils.calls.byId.invalidate({ id }),
      },
    )

  const make = (wish: DemoCreate, onMade?: (made: Call) => void) => {
    initiate.reset()
    create.mutate(wish, {
      onSuccess: (made) => {
        setCallId(made.id)
        onMade?.(made)
      },
    })
  }

  return {
    callId,
    call,
    isGone: call.isError && isGone(call.error),
    make,
    isMaking: create.isPending,
    makeError: create.error,
    start,
    isStarting: initiate.isPending,
    startError: initiate.error,
    clear: () => {
      setCallId(null)
      initiate.reset()
    },
  }
}

const ASK_AGAIN_MS = 3000

const isUnderWay = (call: CallDetail | undefined) =>
  call !== undefined && (isLive(call.status) || (call.status === 'ready' && call.dueAt !== null))

export type DemoCallState = ReturnType<typeof useDemoCall>

const isGone = (error: { data?: { code?: string } | null }) => error.data?.code === 'NOT_FOUND'
