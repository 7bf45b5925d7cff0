import { z } from 'zod'
import { unknownClient } from '../auth/client-of-request.ts'
import {
  accountStatusSchema,
  enterDemoSchema,
  foundOrganizationSchema,
  invitationOfferSchema,
  invitationTokenSchema,
  joinOrganizationSchema,
  openSessionSchema,
  ownOrganizationSchema,
  passwordChangeSchema,
  sessionIdSchema,
  signInSchema,
} from '../domain/account.schema.ts'
import { DomainError } from '../domain/errors.ts'
import { endOwnSession } from '../services/end-own-session.ts'
import { enterDemo } from '../services/enter-demo.ts'
import { foundOrganization } from '../services/found-organization.ts'
import { joinOrganization, readInvitation } from '../services/join-organization.ts'
import { listOwnOrganizations, switchOrganization } from '../services/own-organizations.ts'
import {
  changePassword,
  endOtherSessions,
  endSession,
  listOwnSessions,
} from '../services/own-sessions.ts'
import { readAccountStatus } from '../services/read-account-status.ts'
import { signIn } from '../services/sign-in.ts'
import type { Context } from './context.ts'
import { may, open, router } from './init.ts'

const done = z.object({ ok: z.literal(true) })

export const accountRouter = router({
  /** What the sign-in page offers; the only thing that a stranger may read. */
  status: open.output(accountStatusSchema).query(async ({ ctx }) => ({
    isSignedIn: ctx.identity !== null,
    ...(await readAccountStatus(ctx.deps.accounts)),
  })),

  signIn: open
    .input(signInSchema)
    .output(done)
    .mutation(({ ctx, input }) =>
      giveCookies(ctx, (client) => signIn(ctx.deps, { ...input, client })),
    ),

  enterDemo: open
    .input(enterDemoSchema)
    .output(done)
    .mutation(({ ctx, input }) =>
      giveCookies(ctx, (client) => enterDemo(ctx.deps, { ...input, client })),
    ),

  found: open
    .input(foundOrganizationSchema)
    .output(done)
    .mutation(({ ctx, input }) =>
      giveCookies(ctx, (client) => foundOrganization(ctx.deps, { ...input, client })),
    ),

  signOut: may('account.own')
    .output(done)
    .mutation(({ ctx }) =>
      giveCookies(ctx, (client) => endOwnSession(ctx.deps, { identity: ctx.identity, client })),
    ),

  /** What the link of an invitation offers; a mutation, so that the token stands in no address. */
  readInvitation: open
    .input(invitationTokenSchema)
    .output(invitationOfferSchema)
    .mutation(({ ctx, input }) =>
      readInvitation(ctx.deps, { ...input, client: ctx.client ?? unknownClient }),
    ),

  join: open
    .input(joinOrganizationSchema)
    .output(done)
    .mutation(({ ctx, input }) =>
      giveCookies(ctx, (client) => joinOrganization(ctx.deps, { ...input, client })),
    ),

  changePassword: may('account.own')
    .input(passwordChangeSchema)
    .output(done)
    .mutation(({ ctx, input }) => {
      const { identity } = ctx
      return giveCookies(ctx, (client) => changePassword(ctx.deps, { ...input, identity, client }))
    }),

  sessions: may('account.own')
    .output(z.array(openSessionSchema))
    .query(({ ctx }) => listOwnSessions(ctx.deps, ctx.identity)),

  endSession: may('account.own')
    .input(sessionIdSchema)
    .output(sessionIdSchema)
    .mutation(async ({ ctx, input }) => {
      await endSession(ctx.deps, { ...input, identity: ctx.identity })
      return input
    }),

  endOtherSessions: may('account.own')
    .output(z.object({ ended: z.number().int() }))
    .mutation(async ({ ctx }) => ({ ended: await endOtherSessions(ctx.deps, ctx.identity) })),

  organizations: may('account.own')
    .output(z.array(ownOrganizationSchema))
    .query(({ ctx }) => listOwnOrganizations(ctx.deps, ctx.identity)),

  /** Open sockets of the session close and connect again in the other organization. */
  switchOrganization: may('account.own')
    .input(sessionIdSchema)
    .output(sessionIdSchema)
    .mutation(async ({ ctx, input }) => {
      await switchOrganization(ctx.deps, { ...input, identity: ctx.identity })
      return input
    }),
})

/** Cookies travel with an answer over HTTP only. */
async function giveCookies(
  { client = unknownClient, setCookies }: Context,
  open: (client: NonNullable<Context['client']>) => Promise<string[]>,
): Promise<{ ok: true }> {
  if (setCookies === undefined) {
    throw new DomainError('invalid_input', 'Sign in and out over HTTP, not over a socket.')
  }
  setCookies(await open(client))
  return { ok: true }
}
