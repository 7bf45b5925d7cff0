import { useEffect, useRef, useState } from 'react'
import type { Call } from '../../../server/domain/call.schema.ts'

const HIGHLIGHT_MS = 2600
const none: ReadonlySet<string> = new Set()

/**
 * The ids of calls that came into the list or changed their status a moment ago. Calls that a new
 * filter or a further page brings are not news.
 *
 * @param listKey names the list and how much of it is loaded.
 */
export function useFreshCalls(calls: readonly Call[], listKey: string): ReadonlySet<string> {
  const seen = useRef<{ listKey: string; calls: readonly Call[] } | null>(null)
  const [fresh, setFresh] = useState(none)

  useEffect(() => {
    const before = seen.current
    seen.current = { listKey, calls }
    if (before?.listKey !== listKey) return
    const changed = withNewStatus(before.calls, calls)
    if (changed.length === 0) return
    setFresh((others) => new Set([...others, ...changed.map((call) => call.id)]))
    // Not cleared with the effect: the next change must not cut this one's highlight short.
    setTimeout(() => {
      setFresh((others) => {
        const left = new Set(others)
        for (const { id } of changed) left.delete(id)
        return left.size === 0 ? none : left
      })
    }, HIGHLIGHT_MS)
  }, [calls, listKey])

  return fresh
}

/** Of a long list, of which most rows stand where they stood, only the others are looked up. */
function withNewStatus(before: readonly Call[], now: readonly Call[]): Call[] {
  const others = now.filter((call, index) => call.id !== before[index]?.id)
  const inPlace = now.filter(
    (call, index) => call.id === before[index]?.id && call.status !== before[index]?.status,
  )
  if (others.length === 0) return inPlace
  const statuses = new Map(before.map((call) => [call.id, call.status]))
  return [...inPlace, ...others.filter((call) => statuses.get(call.id) !== call.status)]
}
