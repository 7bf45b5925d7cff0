import type { Accounts } from '../auth/accounts.ts'
import { demoRoles } from '../domain/account.schema.ts'

/** What a newcomer may do on this server. */
export async function readAccountStatus({ db, isDemoOpen, isSignUpOpen }: Accounts) {
  const founded = isDemoOpen ? 1 : await db.organization.count({ where: { isDemo: false } })
  return {
    demoRoles: isDemoOpen ? [...demoRoles] : [],
    needsSetUp: founded === 0,
    isSignUpOpen,
  }
}
