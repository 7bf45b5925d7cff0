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
  const seen = useRef<{ listKey: string; statuses: Map<string, string> } | null>(null)
  const [fresh, setFresh] = useState(none)

  useEffect(() => {
    const before = seen.current
    const statuses = new Map(calls.map((call) => [call.id, call.status]))
    seen.current = { listKey, statuses }
    if (before?.listKey !== listKey) return
    const changed = calls.filter((call) => before.statuses.get(call.id) !== call.status)
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
