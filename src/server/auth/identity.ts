import type { Actor } from '../domain/actor.ts'
import {
  type KeyScope,
  type Right,
  type Role,
  rightsOfRole,
  rightsOfScope,
  type Sight,
  sightOfRole,
} from '../domain/rights.ts'

/** In which organization, as whom and with which rights a request acts. */
export type Identity = {
  organizationId: string
  actor: Actor
  /** Null for a program with a key. */
  role: Role | null
  rights: ReadonlySet<Right>
  /** Which calls are there at all for this identity. */
  sight: Sight
  /** The session by which a person came; null for a program. */
  sessionId: string | null
}

export const identityOfMember = (member: {
  organizationId: string
  user: { id: string; name: string }
  role: Role
  sessionId: string | null
}): Identity => ({
  organizationId: member.organizationId,
  actor: { kind: 'user', id: member.user.id, name: member.user.name },
  role: member.role,
  rights: new Set(rightsOfRole[member.role]),
  sight: sightOfRole(member.role),
  sessionId: member.sessionId,
})

export const identityOfKey = (key: {
  organizationId: string
  id: string
  name: string
  scopes: readonly KeyScope[]
}): Identity => ({
  organizationId: key.organizationId,
  actor: { kind: 'api_key', id: key.id, name: key.name },
  role: null,
  rights: new Set(key.scopes.flatMap((scope) => rightsOfScope[scope])),
  sight: 'all',
  sessionId: null,
})
