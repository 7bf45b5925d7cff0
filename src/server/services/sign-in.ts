import type { Accounts } from '../auth/accounts.ts'
import { type ClientOfRequest, headersOf } from '../auth/client-of-request.ts'
import type { Deps } from '../deps.ts'
import { DomainError } from '../domain/errors.ts'
import { isApiRefusal } from './api-refusal.ts'
import { recordSignIn } from './record-sign-in.ts'

type SignInDeps = Pick<Deps, 'accounts' | 'clock'>

/**
 * Opens a session and answers the cookies that carry it. Throws `unauthenticated` for a wrong
 * password just as for an unknown address, and `rate_limited` for too many tries.
 */
export async function signIn(
  deps: SignInDeps,
  input: { email: string; password: string; client: ClientOfRequest },
): Promise<string[]> {
  const { email, client } = input
  await deps.accounts.countTry({ address: client.address, email })
  return openSession(deps, input)
}

/**
 * As `signIn`, for a password that is known to be right or that nobody can guess. The session that
 * the browser had before ends with it: its socket, which all tabs share, would else go on in the
 * name of whoever was there before.
 */
export async function openSession(
  deps: SignInDeps,
  input: {
    email: string
    password: string
    client: ClientOfRequest
    /** In which to act, where the person belongs to several. */
    organizationId?: string
  },
): Promise<string[]> {
  const { email, password, client, organizationId } = input
  const { auth, db } = deps.accounts
  try {
    const { headers, response } = await auth.api.signInEmail({
      body: { email, password },
      headers: headersOf({ ...client, cookie: null }),
      returnHeaders: true,
    })
    if (organizationId !== undefined) {
      await db.session.updateMany({
        where: { token: response.token ?? '' },
        data: { activeOrganizationId: organizationId },
      })
    }
    await recordSignIn(deps, { userId: response.user.id, name: response.user.name })
    if (client.cookie !== null) await signOut(deps.accounts, client)
    return headers.getSetCookie()
  } catch (error) {
    if (!isApiRefusal(error)) throw error
    throw new DomainError('unauthenticated', 'This e-mail address and password do not match.')
  }
}

/** Ends the session of a request; answers the cookies that make a browser forget it. */
export async function signOut({ auth }: Accounts, client: ClientOfRequest): Promise<string[]> {
  const { headers } = await auth.api.signOut({ headers: headersOf(client), returnHeaders: true })
  return headers.getSetCookie()
}
