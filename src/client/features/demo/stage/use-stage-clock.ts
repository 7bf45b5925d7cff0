import { useSessionStorage } from '@mantine/hooks'
import { type RefObject, useEffect, useEffectEvent, useReducer } from 'react'
import { type KeptPosition, nextClock, STRAY_MS, stillClock } from './stage-clock.ts'

const TICK_MS = 100

/**
 * The stage's time within `scene`; `sound` leads it while it plays, and is set right where it strays.
 * Who leaves the page and comes back finds the scene where it stood.
 */
export function useStageClock(scene: string | null, sound: RefObject<HTMLAudioElement | null>) {
  const [clock, send] = useReducer(nextClock, stillClock)
  const { isPlaying } = clock
  const [kept, keep] = useSessionStorage<KeptPosition | null>({
    key: 'ringback-stage-position',
    defaultValue: null,
    getInitialValueInEffect: false,
  })
  // Before it is drawn: no frame shows a new scene at the old one's end.
  if (clock.scene !== scene) send({ type: 'scene', scene, kept })

  const leave = useEffectEvent(() => {
    if (clock.scene !== null) keep({ scene: clock.scene, positionMs: clock.positionMs })
  })
  useEffect(() => {
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [])

  useEffect(() => {
    if (!isPlaying || scene === null) return
    let before = performance.now()
    const timer = window.setInterval(() => {
      const now = performance.now()
      send({ type: 'passed', ms: now - before, heardMs: heardMs(sound.current) })
      before = now
    }, TICK_MS)
    return () => window.clearInterval(timer)
  }, [isPlaying, scene, sound])

  return { clock, send }
}

function heardMs(audio: HTMLAudioElement | null): number | null {
  if (audio === null || audio.paused || audio.ended || audio.readyState < 3) return null
  return audio.currentTime * 1000
}

export const isAstray = (audio: HTMLAudioElement, positionMs: number) =>
  Math.abs(audio.currentTime * 1000 - positionMs) >= STRAY_MS
