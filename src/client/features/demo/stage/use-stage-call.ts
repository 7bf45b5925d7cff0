import { useSessionStorage } from '@mantine/hooks'
import type { StageCreate, StageNews } from '../../../../server/domain/stage.schema.ts'
import { trpc } from '../../../lib/trpc.ts'
import { useFollowedCall } from '../use-followed-call.ts'

type Kept = {
  /** Of the call that is shown. */
  scenarioId: string | null
  callId: string | null
  /** Every call that was made here since the last reset. */
  callIds: string[]
}
const nothingYet: Kept = { scenarioId: null, callId: null, callIds: [] }

/** Right after the dispatcher has claimed a call its line is not open yet. */
const PATIENCE = 10
const ASK_AGAIN_MS = 300

/** The calls of this stage and what can be asked of them. They stay when the page is loaded again. */
export function useStageCall() {
  const utils = trpc.useUtils()
  const [kept, setKept] = useSessionStorage<Kept>({
    ...{ key: 'ringback-stage', defaultValue: nothingYet, getInitialValueInEffect: false },
  })
  const { call, isGone, takeRow } = useFollowedCall(kept.callId)
  const create = trpc.stage.create.useMutation()
  const initiate = trpc.demo.initiate.useMutation({
    onSuccess: takeRow,
    onError: (_, { callId }) => void utils.calls.byId.invalidate({ id: callId }),
  })
  const advance = trpc.stage.advance.useMutation({
    onSuccess: takeRow,
    retry: (count, error) => error.data?.code === 'CONFLICT' && count < PATIENCE,
    retryDelay: ASK_AGAIN_MS,
  })
  const remove = trpc.demo.reset.useMutation()

  const forget = () => {
    create.reset()
    initiate.reset()
    advance.reset()
  }

  return {
    ...{ kept, call, isGone, create, initiate, advance, remove },
    /** Makes a call and starts it. */
    start(wish: StageCreate) {
      forget()
      create.mutate(wish, {
        onSuccess({ id }) {
          setKept(({ callIds }) => ({
            ...{ scenarioId: wish.scenarioId, callId: id, callIds: [...callIds, id] },
          }))
          initiate.mutate({ callId: id })
        },
      })
    },
    /** Starts the call that is there, once more. */
    startAgain() {
      if (kept.callId !== null) initiate.mutate({ callId: kept.callId })
    },
    tell(to: StageNews) {
      if (kept.callId !== null) advance.mutate({ callId: kept.callId, to })
    },
    /** Makes room for another call; this one stays in its tab. */
    leave() {
      forget()
      setKept(({ callIds }) => ({ ...nothingYet, callIds }))
    },
    /** Removes all that was made here. */
    reset(onDone: () => void) {
      const callIds = kept.callIds.slice(-100)
      remove.mutate(
        { callIds },
        {
          onSuccess() {
            forget()
            setKept(nothingYet)
            onDone()
          },
        },
      )
    },
  }
}
