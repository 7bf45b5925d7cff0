import { useCallback, useMemo, useRef, useState } from 'react'

export type Playback = ReturnType<typeof usePlayback>

type State = {
  isPlaying: boolean
  positionMs: number
  /** Null until the recording's head is read. */
  durationMs: number | null
  hasFailed: boolean
}

const atRest: State = { isPlaying: false, positionMs: 0, durationMs: null, hasFailed: false }

/** One audio element as React state, with what can be asked of it. */
export function usePlayback() {
  const audio = useRef<HTMLAudioElement>(null)
  const [state, setState] = useState(atRest)
  const [rate, setRateState] = useState(1)
  const [media, setMedia] = useState<HTMLAudioElement | null>(null)

  const attach = useCallback((element: HTMLAudioElement | null) => {
    audio.current = element
    setMedia(element)
  }, [])

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
  const seek = useCallback(
    (positionMs: number) => {
      if (!audio.current) return
      const endMs = audio.current.duration * 1000
      const bounded = Math.max(0, Number.isFinite(endMs) ? Math.min(positionMs, endMs) : positionMs)
      audio.current.currentTime = bounded / 1000
      patch({ positionMs: bounded })
    },
    [patch],
  )
  const playFrom = useCallback(
    (positionMs: number) => {
      seek(positionMs)
      play()
    },
    [seek, play],
  )
  const setRate = useCallback((next: number) => {
    if (audio.current) audio.current.playbackRate = next
    setRateState(next)
  }, [])
  const retry = useCallback(() => {
    patch(atRest)
    audio.current?.load()
  }, [patch])

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

  return { attach, media, mediaProps, ...state, rate, toggle, seek, playFrom, setRate, retry }
}
