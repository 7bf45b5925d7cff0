import { useSessionStorage } from '@mantine/hooks'
import type { Call } from '../../../server/domain/call.schema.ts'
import type { DemoCreate } from '../../../server/domain/demo.schema.ts'
import { trpc } from '../../lib/trpc.ts'
import { useFollowedCall } from './use-followed-call.ts'

/** The demo call on this page: made, started and followed. It stays when the page is loaded again. */
export function useDemoCall() {
  const utils = trpc.useUtils()
  const [callId, setCallId] = useSessionStorage<string | null>({
    key: 'ringback-demo-call',
    defaultValue: null,
    getInitialValueInEffect: false,
  })
  const { call, isGone, takeRow } = useFollowedCall(callId)
  const create = trpc.demo.create.useMutation()
  const initiate = trpc.demo.initiate.useMutation()

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
    isGone,
    make,
    start,
    isMaking: create.isPending,
    makeError: create.error,
    isStarting: initiate.isPending,
    startError: initiate.error,
    clear: () => {
      setCallId(null)
      initiate.reset()
    },
  }
}

export type DemoCallState = ReturnType<typeof useDemoCall>
