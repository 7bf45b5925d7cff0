import { useEffect, useEffectEvent, useState } from 'react'
import type { Heard } from '../../../../server/domain/conversation.schema.ts'

/** As far as it is used here: not every browser has it, nor under its own name. */
type Recognition = {
  lang: string
  interimResults: boolean
  start(): void
  abort(): void
  onresult: ((event: { results: ArrayLike<RecognizedPart> }) => void) | null
  onerror: ((event: { error: string }) => void) | null
  onend: (() => void) | null
}
type RecognizedPart = ArrayLike<{ transcript: string; confidence: number }> & { isFinal: boolean }

function recognitionOf(page: typeof globalThis): (new () => Recognition) | null {
  const found: unknown =
    Reflect.get(page, 'SpeechRecognition') ?? Reflect.get(page, 'webkitSpeechRecognition')
  return typeof found === 'function' ? (found as new () => Recognition) : null
}

/** Why nobody listens any more: not allowed, or it failed (no network, another page took over). */
export type ListeningEnd = 'refused' | 'failed'

const refusals = new Set(['not-allowed', 'service-not-allowed', 'audio-capture'])

export const canListen = () => recognitionOf(globalThis) !== null

/** Listens by the browser's own recognition while it is on; silence is listened through. */
export function useListening(how: {
  isOn: boolean
  language: string
  onHeard: (heard: Heard) => void
  onEnded: (why: ListeningEnd) => void
}): string {
  const { isOn, language } = how
  const [interim, setInterim] = useState('')
  const hear = useEffectEvent((heard: Heard) => how.onHeard(heard))
  const end = useEffectEvent((why: ListeningEnd) => how.onEnded(why))

  useEffect(() => {
    const Recognizer = recognitionOf(globalThis)
    if (!isOn || Recognizer === null) return
    let isOver = false
    const recognizer = new Recognizer()
    recognizer.lang = language
    recognizer.interimResults = true
    recognizer.onresult = ({ results }) => {
      const part = results[results.length - 1]
      const best = part?.[0]
      if (part === undefined || best === undefined || isOver) return
      setInterim(best.transcript)
      if (!part.isFinal) return
      isOver = true
      const { transcript: text, confidence } = best
      // Some browsers are never sure, and say 0.
      hear({ type: 'speech', text, ...(confidence > 0 && { confidence }) })
    }
    recognizer.onerror = ({ error }) => {
      if (error === 'no-speech' || isOver) return
      isOver = true
      end(refusals.has(error) ? 'refused' : 'failed')
    }
    recognizer.onend = () => {
      if (!isOver) recognizer.start()
    }
    recognizer.start()
    return () => {
      isOver = true
      setInterim('')
      recognizer.abort()
    }
  }, [isOn, language])

  return interim
}
