import { useEffect, useState } from 'react'
import type { Saying } from '../../../../server/domain/conversation.schema.ts'

/** A browser without voices never says that it has begun; nobody waits for it longer. */
const MUTE_AFTER_MS = 2000

/** Has the browser's own voice say something, each time that `key` is another one. */
export function useVoice(
  say: readonly Saying[],
  { key, isOn, rate }: { key: string; isOn: boolean; rate: number },
): { isSpeaking: boolean; skip: () => void } {
  const [spoken, setSpoken] = useState<string | null>(null)
  const canSpeak = isOn && 'speechSynthesis' in window && say.length > 0

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the words, and another speed begins them anew
  useEffect(() => {
    if (!canSpeak) return
    const { speechSynthesis } = window
    let hasBegun = false
    const end = () => setSpoken(key)
    const mute = window.setTimeout(() => !hasBegun && end(), MUTE_AFTER_MS)
    setSpoken(null)
    speechSynthesis.cancel()
    for (const [index, { text, language }] of say.entries()) {
      const words = new SpeechSynthesisUtterance(text)
      words.lang = language
      words.rate = rate
      words.onstart = () => {
        hasBegun = true
      }
      words.onerror = end
      if (index === say.length - 1) words.onend = end
      speechSynthesis.speak(words)
    }
    return () => {
      window.clearTimeout(mute)
      speechSynthesis.cancel()
    }
  }, [canSpeak, key, rate])

  const skip = () => {
    setSpoken(key)
    if (canSpeak) window.speechSynthesis.cancel()
  }
  return { isSpeaking: canSpeak && spoken !== key, skip }
}
