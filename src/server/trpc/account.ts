import { z } from 'zod'
import { unknownClient } from '../auth/client-of-request.ts'
import {
  accountStatusSchema,
  enterDemoSchema,
  foundOrganizationSchema,
  signInSchema,
} from '../domain/account.schema.ts'
import { DomainError } from '../domain/errors.ts'
import { endOwnSession } from '../services/end-own-session.ts'
import { enterDemo } from '../services/enter-demo.ts'
import { foundOrganization } from '../services/found-organization.ts'
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
