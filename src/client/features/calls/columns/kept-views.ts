import type { Role } from '../../../../server/domain/rights.ts'

type Organization = { id: string; user: { id: string; role: Role } | null }

/**
 * Where a browser keeps the views of an organization, as all did before views were a person's own,
 * and that somebody has them by now. The list stays: on a shared browser it is everybody's.
 * Presenters get none of it, as they see no real customer.
 */
export function keptViewsKeys({ id, user }: Organization): { list: string; moved: string } | null {
  if (user === null || user.role === 'presenter') return null
  return { list: `ringback.views.${id}`, moved: `ringback.views-moved.${id}.${user.id}` }
}
