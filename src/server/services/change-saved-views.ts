import type { Identity } from '../auth/identity.ts'
import type { DbTransaction } from '../db/client.ts'
import { inOrganization } from '../db/in-organization.ts'
import { toDate } from '../db/instants.ts'
import {
  countOtherViews,
  putSavedView,
  removeSavedView,
  type ViewOwner,
} from '../db/saved-views.ts'
import type { Deps } from '../deps.ts'
import { userIdOf } from '../domain/actor.ts'
import { DomainError } from '../domain/errors.ts'
import type { SavedView, SavedViewKey } from '../domain/saved-view.schema.ts'
import { mostSavedViews } from '../domain/saved-view-limits.ts'
import { addWithinLimit } from './add-within-limit.ts'

/** Whose views somebody may read and change: their own in this organization, and no others. */
export function viewOwner({ organizationId, actor }: Identity): ViewOwner {
  const userId = userIdOf(actor)
  if (userId === null) throw new DomainError('forbidden', 'Only people have views of their own.')
  return { organizationId, userId }
}

/** Keeps a view of a tab; one that has the name gets this. Throws `conflict` for one too many. */
export async function saveView(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  owner: ViewOwner,
  view: SavedView,
): Promise<void> {
  const limit = {
    organizationId: owner.organizationId,
    of: 'saved_views' as const,
    most: mostSavedViews,
    count: (tx: DbTransaction) => countOtherViews(tx, owner, view),
    refusal: `You have ${mostSavedViews} saved views, and that is the most. Forget one of them first.`,
  }
  const now = toDate(clock.now())
  await addWithinLimit(db, limit, (tx) => putSavedView(tx, owner, { view, now }))
}

/** Forgets a view; one that is gone already is as good as forgotten. */
export const deleteView = (
  { db }: Pick<Deps, 'db'>,
  owner: ViewOwner,
  key: SavedViewKey,
): Promise<void> =>
  inOrganization(db, owner.organizationId, (tx) => removeSavedView(tx, owner, key))
