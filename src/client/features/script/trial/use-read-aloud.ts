import { useEffect } from 'react'
import type { Turn } from '../../../../server/domain/conversation.schema.ts'

export const canReadAloud = () => 'speechSynthesis' in window

/** Has the browser's own voice say each turn; another turn, or leaving, interrupts it. */
export function useReadAloud(turn: Turn | null, isOn: boolean): void {
  useEffect(() => {
    if (!isOn || turn === null || !canReadAloud()) return
    for (const { text, language } of turn.say) {
      const words = new SpeechSynthesisUtterance(text)
      words.lang = language
      window.speechSynthesis.speak(words)
    }
    return () => window.speechSynthesis.cancel()
  }, [turn, isOn])
}
