import { useDebouncedValue } from '@mantine/hooks'
import { trpc } from '../../lib/trpc.ts'

/** Longer than between two digits, shorter than a look at what they brought. */
const SETTLED_MS = 250

/** A form that waits for the answer is told that there is no network. */
const atOnce = { staleTime: 0, networkMode: 'always', retry: false } as const

/** What the server would make of a wish, asked once the hand rests; nothing is asked of null. */
export function useCheckedWish(callId: string, dueAt: string | null) {
  const utils = trpc.useUtils()
  const [settled] = useDebouncedValue(dueAt, SETTLED_MS)
  const query = trpc.calls.checkWish.useQuery(
    { id: callId, dueAt: settled ?? '' },
    { ...atOnce, enabled: settled !== null },
  )
  const isCurrent = settled === dueAt && dueAt !== null
  return {
    data: isCurrent ? query.data : undefined,
    error: isCurrent ? query.error : null,
    isChecking: dueAt !== null && (!isCurrent || query.isFetching),
    /** Asks at once, for who does not wait until the hand rests. */
    ask: (wished: string) => utils.calls.checkWish.fetch({ id: callId, dueAt: wished }, atOnce),
  }
}

export type CheckedWish = ReturnType<typeof useCheckedWish>
