import { useSessionStorage } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { isLive } from '../../../../server/domain/call-status.ts'
import type { StageCreate, StageNews } from '../../../../server/domain/stage.schema.ts'
import { trpc } from '../../../lib/trpc.ts'
import { useFollowedCall } from '../use-followed-call.ts'
import { isAway, isKnocking, KNOCK_AGAIN_MS, retryWithPatience } from './away.ts'
import { inTurn } from './in-turn.ts'
import { isOnItsWay } from './scenes.ts'
import { useHeldLine } from './use-held-line.ts'

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
    key: 'ringback-stage',
    defaultValue: nothingYet,
    getInitialValueInEffect: false,
  })
  const remove = trpc.demo.reset.useMutation(inTurn)
  const { call, isGone, takeRow } = useFollowedCall(kept.callId, !remove.isPending)
  const create = trpc.stage.create.useMutation()
  const initiate = trpc.demo.initiate.useMutation({
    ...inTurn,
    onSuccess: takeRow,
    onError: (_, { callId }) => void utils.calls.byId.invalidate({ id: callId }),
  })
  const [retry] = useState(() => retryWithPatience(PATIENCE))
  const advance = trpc.stage.advance.useMutation({
    ...inTurn,
    onSuccess: takeRow,
    retry,
    retryDelay: (_, error) => (isAway(error) ? KNOCK_AGAIN_MS : ASK_AGAIN_MS),
  })

  const { reset: forgetStart } = initiate
  // Whose start was told without an answer may be on its way all the same.
  const wasStarted = initiate.isError && call.data !== undefined && isOnItsWay(call.data)
  useEffect(() => {
    if (wasStarted) forgetStart()
  }, [wasStarted, forgetStart])

  useHeldLine(call.data && isLive(call.data.status) && !remove.isPending ? kept.callId : null)

  const forget = () => {
    create.reset()
    initiate.reset()
    advance.reset()
  }

  return {
    kept,
    call,
    isGone,
    create,
    initiate,
    advance,
    remove,
    isAway: isKnocking(advance),
    /** Makes a call and starts it. */
    start(wish: StageCreate) {
      forget()
      create.mutate(wish, {
        onSuccess({ id }) {
          setKept(({ callIds }) => ({
            scenarioId: wish.scenarioId,
            callId: id,
            callIds: [...callIds, id],
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
      if (kept.callId !== null) void utils.calls.byId.cancel({ id: kept.callId })
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
