import { useDebouncedValue } from '@mantine/hooks'
import { trpc } from '../../lib/trpc.ts'

/** Longer than between two digits, shorter than a look at what they brought. */
const SETTLED_MS = 250

/** What the server would make of a wish, asked once the hand rests; nothing is asked of null. */
export function useCheckedWish(callId: string, dueAt: string | null) {
  const [settled] = useDebouncedValue(dueAt, SETTLED_MS)
  const query = trpc.calls.checkWish.useQuery(
    { id: callId, dueAt: settled ?? '' },
    { enabled: settled !== null, staleTime: 0, retry: false },
  )
  const isCurrent = settled === dueAt && dueAt !== null
  return {
    data: isCurrent ? query.data : undefined,
    error: isCurrent ? query.error : null,
    isChecking: dueAt !== null && (!isCurrent || query.isFetching),
  }
}

export type CheckedWish = ReturnType<typeof useCheckedWish>
