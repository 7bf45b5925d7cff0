import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { SavedView } from '../../../../server/domain/saved-view.schema.ts'
import { trpc } from '../../../lib/trpc.ts'
import { keptViewsKeys } from './kept-views.ts'
import { readKeptViews, viewsToMove } from './saved-views.ts'

type Keys = NonNullable<ReturnType<typeof keptViewsKeys>>

/** Gives the person for their own what this browser has kept of views: once, and all of it. */
export function useKeptViews(there: readonly SavedView[] | undefined) {
  const organization = trpc.organization.current.useQuery().data
  const utils = trpc.useUtils()
  const { client } = utils
  const { mutate, ...move } = useMutation({
    async mutationFn({ keys, there }: { keys: Keys; there: readonly SavedView[] }) {
      for (const view of viewsToMove(readKeptViews(localStorage.getItem(keys.list)), there)) {
        await client.savedViews.save.mutate(view)
      }
      localStorage.setItem(keys.moved, 'yes')
    },
    onSettled: () => utils.savedViews.list.invalidate(),
  })
  const hasBegun = useRef(false)
  useEffect(() => {
    if (organization === undefined || there === undefined || hasBegun.current) return
    hasBegun.current = true
    const keys = keptViewsKeys(organization)
    if (keys === null || localStorage.getItem(keys.list) === null) return
    if (localStorage.getItem(keys.moved) === null) mutate({ keys, there })
  }, [organization, there, mutate])
  const retry = () => there && move.variables && mutate({ keys: move.variables.keys, there })
  return { ...move, retry }
}
