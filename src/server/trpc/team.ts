import { toDate } from '../db/instants.ts'
import { listInvitations, listMembers } from '../db/list-team.ts'
import { readOrganization } from '../db/read-organization.ts'
import {
  invitedSchema,
  inviteSchema,
  memberIdSchema,
  roleChangeSchema,
  teamSchema,
} from '../domain/team.schema.ts'
import { changeRole, removeMember } from '../services/change-member.ts'
import { inviteMember, revokeInvitation } from '../services/invite-member.ts'
import { mailInvitation } from '../services/mail-invitation.ts'
import { inSight } from './in-sight.ts'
import { may, router } from './init.ts'

export const teamRouter = router({
  list: may('team.read')
    .output(teamSchema)
    .query(({ ctx }) => {
      const { organizationId, rights } = ctx.identity
      const now = toDate(ctx.deps.clock.now())
      return inSight(ctx, async (tx) => ({
        members: await listMembers(tx, organizationId),
        invitations: rights.has('team.manage')
          ? await listInvitations(tx, organizationId, now)
          : [],
      }))
    }),

  invite: may('team.manage')
    .input(inviteSchema)
    .output(invitedSchema)
    .mutation(async ({ ctx, input: { language, ...input } }) => {
      const invited = await inviteMember(ctx.deps, { ...input, identity: ctx.identity })
      const { organizationId } = ctx.identity
      const organization = await inSight(ctx, (tx) => readOrganization(tx, organizationId))
      const isMailed =
        organization !== null &&
        (await mailInvitation(ctx.deps, { ...invited, organization, language }))
      return { invitation: invited.invitation, token: invited.token, isMailed }
    }),

  revokeInvitation: may('team.manage')
    .input(memberIdSchema)
    .output(memberIdSchema)
    .mutation(async ({ ctx, input }) => {
      await revokeInvitation(ctx.deps, { ...input, identity: ctx.identity })
      return input
    }),

  changeRole: may('team.manage')
    .input(roleChangeSchema)
    .output(roleChangeSchema)
    .mutation(async ({ ctx, input }) => {
      await changeRole(ctx.deps, { ...input, identity: ctx.identity })
      return input
    }),

  remove: may('team.manage')
    .input(memberIdSchema)
    .output(memberIdSchema)
    .mutation(async ({ ctx, input }) => {
      await removeMember(ctx.deps, { ...input, identity: ctx.identity })
      return input
    }),
})
