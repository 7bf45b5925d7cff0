import { useLocalStorage } from '@mantine/hooks'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type ListeningHabits, readHabits, usualHabits } from './listening-habits.ts'
import { endOfSilence, type Silence } from './silences.ts'

export type Playback = ReturnType<typeof usePlayback>

type State = {
  isPlaying: boolean
  positionMs: number
  /** Null until the recording's head is read. */
  durationMs: number | null
  hasFailed: boolean
  /** Grows each time that somebody goes elsewhere in the recording. */
  seeks: number
}

const atRest: State = {
  isPlaying: false,
  positionMs: 0,
  durationMs: null,
  hasFailed: false,
  seeks: 0,
}
const noSilences: readonly Silence[] = []

/** One audio element as React state, with what can be asked of it. */
export function usePlayback() {
  const audio = useRef<HTMLAudioElement>(null)
  const [state, setState] = useState(atRest)
  const [media, setMedia] = useState<HTMLAudioElement | null>(null)
  const [silences, setSilences] = useState(noSilences)
  const [habits, setHabits] = useLocalStorage({
    key: 'ringback.listening',
    defaultValue: usualHabits,
    deserialize: readHabits,
    getInitialValueInEffect: false,
  })
  const { speed, skipsSilence } = habits
  const changeHabits = useCallback(
    (change: Partial<ListeningHabits>) => setHabits((now) => ({ ...now, ...change })),
    [setHabits],
  )

  const attach = useCallback((element: HTMLAudioElement | null) => {
    audio.current = element
    setMedia(element)
  }, [])
  useEffect(() => {
    if (media === null) return
    // Loading it anew goes back to the default.
    media.defaultPlaybackRate = speed
    media.playbackRate = speed
  }, [media, speed])

  const patch = useCallback(
    (change: Partial<State>) => setState((now) => ({ ...now, ...change })),
    [],
  )

  const play = useCallback(() => {
    // Refused, for example, when the element is taken away meanwhile; its events say what holds.
    audio.current?.play().catch(() => patch({ isPlaying: false }))
  }, [patch])
  const toggle = useCallback(() => {
    if (audio.current?.paused) play()
    else audio.current?.pause()
  }, [play])
  const seek = useCallback((positionMs: number) => {
    if (!audio.current) return
    const endMs = audio.current.duration * 1000
    const bounded = Math.max(0, Number.isFinite(endMs) ? Math.min(positionMs, endMs) : positionMs)
    audio.current.currentTime = bounded / 1000
    setState((now) => ({ ...now, positionMs: bounded, seeks: now.seeks + 1 }))
  }, [])
  const seekBy = useCallback(
    (ms: number) => seek((audio.current?.currentTime ?? 0) * 1000 + ms),
    [seek],
  )
  const playFrom = useCallback(
    (positionMs: number) => {
      seek(positionMs)
      play()
    },
    [seek, play],
  )
  const retry = useCallback(() => {
    patch(atRest)
    audio.current?.load()
  }, [patch])

  const { isPlaying } = state
  useEffect(() => {
    if (!isPlaying || !skipsSilence || silences.length === 0) return
    let frame = 0
    const look = () => {
      const element = audio.current?.seeking ? null : audio.current
      const endMs = element && endOfSilence(silences, element.currentTime * 1000)
      if (element && endMs !== null) element.currentTime = endMs / 1000
      frame = requestAnimationFrame(look)
    }
    look()
    return () => cancelAnimationFrame(frame)
  }, [isPlaying, skipsSilence, silences])

  const mediaProps = useMemo(
    () => ({
      onPlay: () => patch({ isPlaying: true }),
      onPause: () => patch({ isPlaying: false }),
      onEnded: () => patch({ isPlaying: false }),
      onError: () => patch({ hasFailed: true, isPlaying: false }),
      onTimeUpdate: () => patch({ positionMs: (audio.current?.currentTime ?? 0) * 1000 }),
      onDurationChange: () => {
        const durationMs = (audio.current?.duration ?? Number.NaN) * 1000
        patch({ durationMs: Number.isFinite(durationMs) ? durationMs : null, hasFailed: false })
      },
    }),
    [patch],
  )

  return {
    attach,
    media,
    mediaProps,
    ...state,
    silences,
    setSilences,
    ...habits,
    changeHabits,
    toggle,
    seek,
    seekBy,
    playFrom,
    retry,
  }
}
