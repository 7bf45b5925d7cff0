import { z } from 'zod'
import { readCallsAddress } from '../calls-address.ts'
import { columnChoiceIn } from './column-choice.ts'

/** A tab with its filters, its order and its columns, by a name. */
export const savedViewSchema = z.object({
  name: z.string().trim().min(1).max(40),
  address: z.record(z.string(), z.unknown()).transform((kept) => {
    const { call, ...address } = readCallsAddress(kept)
    return address
  }),
  /** Absent in views that are older than this: they leave the columns as they are. */
  columns: z.record(z.string(), z.unknown()).transform(columnChoiceIn).optional().catch(undefined),
})
export type SavedView = z.infer<typeof savedViewSchema>

export const MAX_VIEWS = 30

/** Whatever is kept that cannot be read is left out. */
export function readSavedViews(kept: string | undefined): SavedView[] {
  try {
    const list = z
      .array(z.unknown())
      .max(MAX_VIEWS)
      .parse(JSON.parse(kept ?? ''))
    return list.flatMap((view) => savedViewSchema.safeParse(view).data ?? [])
  } catch {
    return []
  }
}

/** A name that is taken already gets the new view. */
export const withView = (views: readonly SavedView[], view: SavedView): SavedView[] =>
  [...withoutView(views, view.name), view].slice(-MAX_VIEWS)

export const withoutView = (views: readonly SavedView[], name: string): SavedView[] =>
  views.filter((view) => view.name !== name)
