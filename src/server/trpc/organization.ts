import { toIso } from '../db/instants.ts'
import { readFirstSteps } from '../db/read-first-steps.ts'
import { readOrganization, readOrganizationSettings } from '../db/read-organization.ts'
import { DomainError } from '../domain/errors.ts'
import { firstStepsSchema } from '../domain/first-steps.schema.ts'
import {
  currentOrganizationSchema,
  organizationChangeSchema,
  organizationSettingsSchema,
} from '../domain/organization.schema.ts'
import { changeOrganization } from '../services/change-organization.ts'
import { inSight } from './in-sight.ts'
import { may, router } from './init.ts'

export const organizationRouter = router({
  current: may('organization.read')
    .output(currentOrganizationSchema)
    .query(async ({ ctx }) => {
      const { deps, identity, providerSpeed } = ctx
      const { actor, role } = identity
      const organization = await inSight(ctx, (tx) => readOrganization(tx, identity.organizationId))
      if (organization === null) {
        throw new DomainError('not_found', 'This organization does not exist.')
      }
      const { name, isSimulated } = deps.provider
      return {
        ...organization,
        provider: { name, isSimulated, speed: isSimulated ? (providerSpeed ?? null) : null },
        user: actor.kind === 'user' && role ? { id: actor.id, name: actor.name, role } : null,
        rights: [...identity.rights],
        now: toIso(deps.clock.now()),
      }
    }),

  settings: may('organization.change')
    .output(organizationSettingsSchema)
    .query(({ ctx }) =>
      inSight(ctx, (tx) => readOrganizationSettings(tx, ctx.identity.organizationId)),
    ),

  firstSteps: may('visits.write')
    .output(firstStepsSchema)
    .query(({ ctx }) => inSight(ctx, (tx) => readFirstSteps(tx, ctx.identity.organizationId))),

  update: may('organization.change')
    .input(organizationChangeSchema)
    .output(organizationSettingsSchema)
    .mutation(async ({ ctx, input }) => {
      await changeOrganization(ctx.deps, { identity: ctx.identity, change: input })
      return inSight(ctx, (tx) => readOrganizationSettings(tx, ctx.identity.organizationId))
    }),
})
