import { z } from 'zod'
import { emailSchema } from './account.schema.ts'
import { instantSchema, uuidSchema } from './call.schema.ts'
import { pageLanguages } from './page-language.ts'
import { roleSchema } from './rights.schema.ts'
import type { Role } from './rights.ts'

export const memberSchema = z.object({
  /** Of the membership, not of the person. */
  id: uuidSchema,
  userId: uuidSchema,
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  joinedAt: instantSchema,
})
export type Member = z.infer<typeof memberSchema>

export const pendingInvitationSchema = z.object({
  id: uuidSchema,
  email: z.string(),
  role: roleSchema,
  inviterName: z.string(),
  createdAt: instantSchema,
  expiresAt: instantSchema,
})
export type PendingInvitation = z.infer<typeof pendingInvitationSchema>

export const teamSchema = z.object({
  members: z.array(memberSchema),
  /** Empty for those who may not invite. */
  invitations: z.array(pendingInvitationSchema),
})

export const inviteSchema = z.strictObject({
  email: emailSchema,
  role: roleSchema,
  /** Of the mail: the inviter's, whose page sends it. */
  language: z
    .enum(pageLanguages, { error: `Choose one of these languages: ${pageLanguages.join(', ')}` })
    .default('en'),
})

/** The token is shown this once; only its hash is kept. */
export const invitedSchema = z.object({
  invitation: pendingInvitationSchema,
  token: z.string(),
  /** Whether it was also sent by e-mail. */
  isMailed: z.boolean(),
})

export const memberIdSchema = z.strictObject({ id: uuidSchema })
export const roleChangeSchema = z.strictObject({ id: uuidSchema, role: roleSchema })

/**
 * Why somebody of `by` may not give or take the role, or null: a manager runs the team but makes no
 * owners and touches none.
 */
export function whyNotRole(by: Role | null, role: Role): string | null {
  if (by === 'owner' || role !== 'owner') return null
  return 'Only owners can make owners or change them.'
}
