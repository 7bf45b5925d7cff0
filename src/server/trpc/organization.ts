import { toIso } from '../db/instants.ts'
import { readMembership } from '../db/read-membership.ts'
import { DomainError } from '../domain/errors.ts'
import { currentOrganizationSchema } from '../domain/organization.schema.ts'
import { procedure, router } from './init.ts'

export const organizationRouter = router({
  current: procedure.output(currentOrganizationSchema).query(async ({ ctx }) => {
    const { deps, identity, providerSpeed } = ctx
    const found = await readMembership(deps.db, identity)
    if (found === null) throw new DomainError('not_found', 'This organization does not exist.')
    const { name, isSimulated } = deps.provider
    return {
      ...found.organization,
      provider: { name, isSimulated, speed: isSimulated ? (providerSpeed ?? null) : null },
      user: { ...found.user, role: identity.role },
      now: toIso(deps.clock.now()),
    }
  }),
})
