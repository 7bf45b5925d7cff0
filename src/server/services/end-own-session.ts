import type { ClientOfRequest } from '../auth/client-of-request.ts'
import type { Identity } from '../auth/identity.ts'
import type { Deps } from '../deps.ts'
import { recordAudit } from './record-audit.ts'
import { signOut } from './sign-in.ts'

/** Signs the person of a request out; answers the cookies that make the browser forget. */
export async function endOwnSession(
  { accounts, clock }: Pick<Deps, 'accounts' | 'clock'>,
  { identity, client }: { identity: Identity; client: ClientOfRequest },
): Promise<string[]> {
  const cookies = await signOut(accounts, client)
  const { organizationId, actor } = identity
  await accounts.db.$transaction((tx) =>
    recordAudit(tx, {
      organizationId,
      actor,
      action: 'session.ended',
      subjectType: 'user',
      subjectId: actor.id,
      now: clock.now(),
    }),
  )
  return cookies
}
