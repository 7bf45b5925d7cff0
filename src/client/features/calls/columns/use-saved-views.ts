import { notifications } from '@mantine/notifications'
import type { SavedView } from '../../../../server/domain/saved-view.schema.ts'
import { failureReason } from '../../../components/failure-reason.ts'
import { t } from '../../../i18n/t.ts'
import { trpc } from '../../../lib/trpc.ts'
import { withoutView, withView } from './saved-views.ts'

/**
 * A person's views, and how they change: at once on the page, and back again where the server did not
 * take it, with the reason, even if the list has been closed since.
 */
export function useSavedViews({ onNotSaved }: { onNotSaved: (view: SavedView) => void }) {
  const { list } = trpc.useUtils().savedViews
  const query = trpc.savedViews.list.useQuery()
  const show = async (change: (views: readonly SavedView[]) => SavedView[]) => {
    // An answer that is still under way would not know of it.
    await list.cancel()
    const before = list.getData()
    list.setData(undefined, (views) => views && change(views))
    return { before }
  }
  const undo = (title: string, error: unknown, before: SavedView[] | undefined) => {
    if (before !== undefined) list.setData(undefined, before)
    notifications.show({ color: 'red', title, message: failureReason(error), autoClose: 8000 })
  }
  const onSettled = () => void list.invalidate()
  const save = trpc.savedViews.save.useMutation({
    onMutate: (view) => show((views) => withView(views, view)),
    onError(error, view, shown) {
      undo(t('The view was not saved'), error, shown?.before)
      onNotSaved(view)
    },
    onSettled,
  })
  const forget = trpc.savedViews.delete.useMutation({
    onMutate: (key) => show((views) => withoutView(views, key)),
    onError: (error, _, shown) => undo(t('The view was not forgotten'), error, shown?.before),
    onSettled,
  })
  return { query, save: save.mutate, forget: forget.mutate }
}
