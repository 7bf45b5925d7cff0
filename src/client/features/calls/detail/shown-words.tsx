import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from 'react'
import type { CallDetail } from '../../../../server/domain/call.schema.ts'
import type { Evidence } from '../../../../server/domain/evidence.schema.ts'

type Transcript = NonNullable<CallDetail['transcript']>

/** Words that somebody asked to see; a new object each time, so that asking again shows them again. */
export type ShownWords = Pick<Evidence, 'segmentIndex' | 'quote'> & { startMs: number }

type ShownWordsState = {
  transcript: Transcript | null
  hasSound: boolean
  shown: ShownWords | null
  /** Leads to the words in the transcript; `from` is where `goBack` leads. */
  show: (evidence: Evidence, from: HTMLElement) => void
  goBack: () => void
}

const ShownWordsContext = createContext<ShownWordsState | null>(null)

/** Lets the findings of a call lead to the words in its transcript. */
export function ShownWordsProvider({ call, children }: { call: CallDetail; children: ReactNode }) {
  const [shown, setShown] = useState<ShownWords | null>(null)
  const asker = useRef<HTMLElement>(null)
  const { transcript } = call
  const hasSound = call.audioUrl !== null
  const state = useMemo(
    () => ({
      transcript,
      hasSound,
      shown,
      show({ segmentIndex, quote }: Evidence, from: HTMLElement) {
        asker.current = from
        const startMs = transcript?.segments[segmentIndex]?.startMs ?? 0
        setShown({ segmentIndex, quote, startMs })
      },
      goBack() {
        asker.current?.scrollIntoView({ block: 'center' })
        asker.current?.focus({ preventScroll: true })
        setShown(null)
      },
    }),
    [transcript, hasSound, shown],
  )
  return <ShownWordsContext value={state}>{children}</ShownWordsContext>
}

export function useShownWords(): ShownWordsState {
  const state = useContext(ShownWordsContext)
  if (state === null) throw new Error('There is no ShownWordsProvider above this component.')
  return state
}

/** The words that a finding rests on; null where nobody looked for any. */
export function wordsOf(
  transcript: Transcript | null,
  about: Evidence['about'],
  mention: string | null = null,
): Evidence[] | null {
  const evidence = transcript?.evidence
  return evidence?.filter((each) => each.about === about && each.mention === mention) ?? null
}
