import { nobody } from '../../../server/domain/call-filter-choices.ts'
import { closedWithinDays } from '../../../server/domain/case.schema.ts'
import type { CasesAddress } from './cases-address.ts'

type Show = 'open' | NonNullable<CasesAddress['show']>
type Only = NonNullable<CasesAddress['only']>
export type ShownCases = { show: Show; only: Only | null }

const fitting: Record<Show, readonly Only[]> = {
  open: ['overdue', 'unassigned'],
  mine: ['overdue'],
  closed: ['lately'],
}

/** What an address shows; what narrows other cases than those is left out. */
export function shownBy({ show: asked, only }: CasesAddress): ShownCases {
  const show: Show = asked ?? 'open'
  return { show, only: fitting[show].find((known) => known === only) ?? null }
}

/** What the list, and its file, are asked for. */
export function filterOf({ show, only }: ShownCases, userId: string | null) {
  const mine = show === 'mine' ? (userId ?? undefined) : undefined
  return {
    status: show === 'closed' ? ('closed' as const) : ('open' as const),
    ownerId: only === 'unassigned' ? nobody : mine,
    isOverdue: only === 'overdue' ? true : undefined,
    closedWithinDays: only === 'lately' ? closedWithinDays : undefined,
  }
}

/** What the address of the cases holds when it lists exactly those of a figure. */
export const casesOfFigure = {
  open: {},
  overdue: { only: 'overdue' },
  unassigned: { only: 'unassigned' },
  closed: { show: 'closed', only: 'lately' },
} as const satisfies Record<string, CasesAddress>
