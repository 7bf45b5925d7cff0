import { useCallback } from 'react'
import type { FeedMessage } from '../../../server/domain/feed.schema.ts'
import { trpc } from '../../lib/trpc.ts'

/** Whether a message of the feed may have put a number on the list. */
export const mayHaveOptOuts = (message: FeedMessage): boolean =>
  message.type === 'hello' || message.calls.some(({ outcome }) => outcome === 'opted_out')

/** Hears the feed: a customer who asks for no more calls is on the list that is shown at once. */
export function useOptOutNews(): (message: FeedMessage) => void {
  const utils = trpc.useUtils()
  return useCallback(
    (message) => {
      if (mayHaveOptOuts(message)) void utils.doNotCall.list.invalidate()
    },
    [utils],
  )
}
