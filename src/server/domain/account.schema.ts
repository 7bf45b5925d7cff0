import { z } from 'zod'
import { instantSchema, uuidSchema } from './call.schema.ts'
import { roleSchema } from './rights.schema.ts'
import { timeZoneSchema } from './time-zone.schema.ts'

/** Long enough to resist guessing (NIST SP 800-63B asks for 8 at least); no rules on characters. */
export const passwordSchema = z
  .string()
  .min(10, { error: 'Choose a password of at least 10 characters.' })
  .max(128, { error: 'Choose a password of at most 128 characters.' })

export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email({ error: 'Write an e-mail address, like robin@example.com.' }))

export const personNameSchema = z
  .string()
  .trim()
  .min(1, { error: 'Write a name.' })
  .max(100, { error: 'Write a name of at most 100 characters.' })

/** Who may come in by one click where there is a demo. */
export const demoRoles = ['manager', 'agent', 'presenter'] as const

/** Of the account that all visitors in this role share; nobody can have such an address (RFC 2606). */
export const demoEmailOf = (role: (typeof demoRoles)[number]): string => `${role}@demo.invalid`

/** What the sign-in page offers. */
export const accountStatusSchema = z.object({
  isSignedIn: z.boolean(),
  demoRoles: z.array(z.enum(demoRoles)),
  /** No organization yet: the first one is founded with the token that the server printed. */
  needsSetUp: z.boolean(),
  /** Anybody may found an organization. */
  isSignUpOpen: z.boolean(),
})
export type AccountStatus = z.infer<typeof accountStatusSchema>

export const signInSchema = z.strictObject({
  email: emailSchema,
  password: z.string().min(1, { error: 'Write your password.' }).max(128),
})

export const enterDemoSchema = z.strictObject({ role: z.enum(demoRoles) })

export const foundOrganizationSchema = z.strictObject({
  organizationName: personNameSchema,
  timeZone: timeZoneSchema,
  name: personNameSchema,
  email: emailSchema,
  password: passwordSchema,
  /** Needed unless anybody may found one. */
  setUpToken: z.string().max(200).optional(),
})
export type FoundOrganization = z.infer<typeof foundOrganizationSchema>
export const invitationTokenSchema = z.strictObject({ token: z.string().min(1).max(200) })

/** What the link of an invitation tells whoever holds it. */
export const invitationOfferSchema = z.object({
  organizationName: z.string(),
  inviterName: z.string(),
  email: z.string(),
  role: roleSchema,
  expiresAt: instantSchema,
  /** There is an account with this e-mail address: its password joins, else a new one is chosen. */
  hasAccount: z.boolean(),
})
export type InvitationOffer = z.infer<typeof invitationOfferSchema>

export const joinOrganizationSchema = z.strictObject({
  token: z.string().min(1).max(200),
  /** For a new account. */
  name: personNameSchema.optional(),
  password: z.string().min(1, { error: 'Write a password.' }).max(128),
})
export type JoinOrganization = z.infer<typeof joinOrganizationSchema>

export const passwordChangeSchema = z.strictObject({
  currentPassword: z.string().min(1, { error: 'Write your current password.' }).max(128),
  newPassword: passwordSchema,
})

export const openSessionSchema = z.object({
  id: uuidSchema,
  isCurrent: z.boolean(),
  createdAt: instantSchema,
  expiresAt: instantSchema,
  address: z.string().nullable(),
  userAgent: z.string().nullable(),
})
export type OpenSession = z.infer<typeof openSessionSchema>

export const sessionIdSchema = z.strictObject({ id: uuidSchema })

/** An organization to which the signed-in person belongs. */
export const ownOrganizationSchema = z.object({
  id: uuidSchema,
  name: z.string(),
  role: roleSchema,
  isCurrent: z.boolean(),
})
