import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { SavedView } from '../../../../server/domain/saved-view.schema.ts'
import { trpc } from '../../../lib/trpc.ts'
import { readKeptViews, viewsToMove } from './saved-views.ts'

/** Moves to the person's own views what this browser has kept of them until now: once, and all of it. */
export function useKeptViews(there: readonly SavedView[] | undefined) {
  const organizationId = trpc.organization.current.useQuery().data?.id
  const utils = trpc.useUtils()
  const { client } = utils
  const { mutate, ...move } = useMutation({
    async mutationFn({ key, there }: { key: string; there: readonly SavedView[] }) {
      for (const view of viewsToMove(readKeptViews(localStorage.getItem(key)), there)) {
        await client.savedViews.save.mutate(view)
      }
      localStorage.removeItem(key)
    },
    onSettled: () => utils.savedViews.list.invalidate(),
  })
  // Advisors and campaigns are those of one organization.
  const key = `ringback.views.${organizationId}`
  const hasBegun = useRef(false)
  useEffect(() => {
    if (organizationId === undefined || there === undefined || hasBegun.current) return
    hasBegun.current = true
    if (localStorage.getItem(key) !== null) mutate({ key, there })
  }, [organizationId, there, key, mutate])
  return { ...move, retry: () => there && mutate({ key, there }) }
}
