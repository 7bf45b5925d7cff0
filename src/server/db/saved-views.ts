import { readKeptView, type SavedView, type SavedViewKey } from '../domain/saved-view.schema.ts'
import { type DbTransaction, jsonNull } from './client.ts'

export type ViewOwner = { organizationId: string; userId: string }

/** A person's views, the oldest first. */
export async function listSavedViews(
  tx: DbTransaction,
  { organizationId, userId }: ViewOwner,
): Promise<SavedView[]> {
  const rows = await tx.savedView.findMany({
    where: { organizationId, userId },
    orderBy: [{ createdAt: 'asc' }, { name: 'asc' }],
  })
  return rows.flatMap((row) => readKeptView(row) ?? [])
}

/** How many views a person has beside the one of this name. */
export const countOtherViews = (
  tx: DbTransaction,
  { organizationId, userId }: ViewOwner,
  { tab, name }: SavedViewKey,
): Promise<number> => tx.savedView.count({ where: { organizationId, userId, NOT: { tab, name } } })

/** Keeps a view; one of the same name stays where it was in the list. */
export async function putSavedView(
  tx: DbTransaction,
  { organizationId, userId }: ViewOwner,
  { view, now }: { view: SavedView; now: Date },
): Promise<void> {
  const { tab, name, address } = view
  const columns = view.columns ?? jsonNull
  await tx.savedView.upsert({
    where: { organizationId_userId_tab_name: { organizationId, userId, tab, name } },
    create: { organizationId, userId, tab, name, address, columns, createdAt: now },
    update: { address, columns },
    select: { name: true },
  })
}

export async function removeSavedView(
  tx: DbTransaction,
  { organizationId, userId }: ViewOwner,
  { tab, name }: SavedViewKey,
): Promise<void> {
  await tx.savedView.deleteMany({ where: { organizationId, userId, tab, name } })
}
