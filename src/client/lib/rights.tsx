import { createContext, type ReactNode, useContext, useMemo } from 'react'
import {
  type Right,
  type Role,
  type Sight,
  sightOfRole,
  whoMay,
} from '../../server/domain/rights.ts'
import { ofServer } from '../i18n/t.ts'

type Standing = { rights: ReadonlySet<Right>; sight: Sight }

const StandingContext = createContext<Standing>({ rights: new Set(), sight: 'all' })

/** What whoever is signed in may do and see, for all that is below. */
export function RightsProvider(props: {
  rights: readonly Right[]
  role: Role | null
  children: ReactNode
}) {
  const { rights, role, children } = props
  const standing = useMemo<Standing>(
    () => ({ rights: new Set(rights), sight: role === null ? 'all' : sightOfRole(role) }),
    [rights, role],
  )
  return <StandingContext value={standing}>{children}</StandingContext>
}

export const useRights = (): ReadonlySet<Right> => useContext(StandingContext).rights

export const useSight = (): Sight => useContext(StandingContext).sight

/** Why one may not, to say beside a control that is off; null for who may. */
export function useWhyNot(right: Right, what?: string): string | null {
  return useRights().has(right) ? null : ofServer(whoMay(right, what))
}
