import { useEffect, useRef, useState } from 'react'
import { isLive } from '../../../../server/domain/call-status.ts'
import { spokenMs } from '../../../../server/domain/spoken-time.ts'
import type { StageCreate, StageScenario } from '../../../../server/domain/stage.schema.ts'
import { actAt, nextStop, sceneAt, wasGivenBack } from './scenes.ts'
import type { Speed } from './stage-clock.ts'
import { useConversationSound } from './use-conversation-sound.ts'
import { useRingTone } from './use-ring-tone.ts'
import { useStageCall } from './use-stage-call.ts'
import { useStageClock } from './use-stage-clock.ts'
import { useTurns } from './use-turns.ts'
import { useVoice } from './use-voice.ts'

/** A voice that speaks faster than this is not understood. */
const voiceRates: Record<Speed, number> = { 1: 1, 2: 1.4, 4: 1.8 }

/**
 * The stage as a whole. Where the call stands is the server's word; here runs only the time within a
 * scene, at whose end the server is told what comes next.
 */
export function useStage(scenarios: readonly StageScenario[]) {
  const made = useStageCall()
  const isBeingReset = made.remove.isPending
  const [isMuted, setIsMuted] = useState(false)
  const scenario = scenarios.find(({ id }) => id === made.kept.scenarioId) ?? null
  const call = made.kept.callId === null ? null : (made.call.data ?? null)
  const scene = call && scenario && sceneAt(call.status, scenario, call.attemptCount)
  const conversation =
    (call && scenario && actAt(scenario, call.attemptCount)?.conversation) || null
  const isTalk = call?.status === 'in_progress'
  const isGuestTalk = isTalk && scenario?.kind === 'live'

  const turns = useTurns(
    isGuestTalk ? { callId: call.id, attempt: call.attemptCount } : null,
    !isBeingReset,
  )
  const { turn } = turns
  const sceneKey = scene && call ? `${call.id}/${call.attemptCount}/${call.status}` : null
  const partKey = sceneKey && `${sceneKey}/${turn?.turn ?? 0}`
  const sound = useRef<HTMLAudioElement | null>(null)
  const { clock, send } = useStageClock(partKey, sound)
  const { positionMs, isPlaying, speed } = clock

  const isSoundMissing = useConversationSound(sound, {
    url: conversation?.audioUrl ?? null,
    positionMs: isTalk ? positionMs : 0,
    isPlaying: isTalk && isPlaying,
    speed,
    isMuted,
  })
  useRingTone(call?.status === 'ringing' && isPlaying && !isMuted)
  const say = turn?.say ?? []
  const voice = useVoice(say, {
    key: partKey ?? '',
    isOn: isGuestTalk && isPlaying && !isMuted,
    rate: voiceRates[speed],
  })
  const sayingMs = say.reduce((sum, { text }) => sum + spokenMs(text), 0)
  const isSpeaking = turn !== null && (voice.isSpeaking || positionMs < sayingMs)

  const isOver =
    scene?.lastsMs == null ? turn?.step === 'over' && !isSpeaking : positionMs >= scene.lastsMs
  const told = useRef<string | null>(null)
  const goOn = () => {
    if (scene === null || sceneKey === null) return
    told.current = sceneKey
    made.tell(scene.next)
  }
  useEffect(() => {
    if (isOver && isPlaying && told.current !== sceneKey && !isBeingReset) goOn()
  })

  const play = (wanted: boolean) => send({ type: 'played', isPlaying: wanted })
  const isUnderWay = call !== null && isLive(call.status)
  const isAsking = made.advance.isPending || isBeingReset
  const canStep = isUnderWay && !isAsking && (scene?.lastsMs != null || isSpeaking)

  return {
    scenario,
    call,
    conversation,
    clock,
    turns,
    isSpeaking,
    isGuestTalk,
    isUnderWay,
    isMuted,
    setIsMuted,
    isSoundMissing,
    canStep,
    made,
    sayingMs,
    isGone: made.isGone,
    wasGivenBack: call !== null && scenario !== null && wasGivenBack(call, scenario),
    isBusy: made.create.isPending || made.initiate.isPending || isBeingReset,
    isReset: made.kept.callIds.length === 0,
    play,
    setSpeed: (wanted: Speed) => send({ type: 'speed', speed: wanted }),
    start(wish: StageCreate) {
      made.start(wish)
      play(true)
    },
    startAgain() {
      made.startAgain()
      play(true)
    },
    goOn,
    step() {
      if (!canStep) return
      if (isGuestTalk) {
        voice.skip()
        return send({ type: 'jumped', positionMs: sayingMs })
      }
      const stop = isTalk ? nextStop(conversation?.segments ?? [], positionMs, isPlaying) : null
      if (stop === null) goOn()
      else send({ type: 'jumped', positionMs: stop })
    },
    reset: () => made.reset(() => play(false)),
  }
}

export type Stage = ReturnType<typeof useStage>
