import { type RefObject, useEffect, useState } from 'react'
import { isAstray } from './use-stage-clock.ts'

/**
 * Plays the recording of a conversation beside its words. Answers whether it fails to; the words do
 * not wait for it.
 */
export function useConversationSound(
  audio: RefObject<HTMLAudioElement | null>,
  how: {
    url: string | null
    positionMs: number
    isPlaying: boolean
    speed: number
    isMuted: boolean
  },
): boolean {
  const { url, positionMs, isPlaying, speed, isMuted } = how
  const [hasFailed, setHasFailed] = useState(false)

  useEffect(() => {
    if (url === null) return
    const element = new Audio(url)
    element.preload = 'auto'
    audio.current = element
    const fail = () => setHasFailed(true)
    element.addEventListener('error', fail)
    setHasFailed(false)
    return () => {
      element.removeEventListener('error', fail)
      element.pause()
      audio.current = null
    }
  }, [url, audio])

  useEffect(() => {
    const element = audio.current
    if (element === null || url === null) return
    element.muted = isMuted
    element.playbackRate = speed
    if (!isPlaying) element.pause()
    // Browsers refuse sound before the first click on a page.
    else void element.play().catch((error: unknown) => setHasFailed(isRefusal(error)))
  }, [url, isPlaying, speed, isMuted, audio])

  useEffect(() => {
    const element = audio.current
    if (element !== null && isAstray(element, positionMs)) element.currentTime = positionMs / 1000
  }, [positionMs, audio])

  return hasFailed
}

/** Pausing before it began is no failure. */
const isRefusal = (error: unknown) => !(error instanceof Error && error.name === 'AbortError')
