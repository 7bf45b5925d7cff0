import { type Accounts, createAccounts } from '../../src/server/auth/accounts.ts'
import { createDb } from '../../src/server/db/client.ts'

/** Accounts on a test's own database; dispose of it before the database. */
export async function createTestAccounts(
  url: string,
  options: Partial<Parameters<typeof createAccounts>[0]> = {},
): Promise<AsyncDisposable & { accounts: Accounts }> {
  const db = createDb(url, { role: 'ringback_auth', maxConnections: 5 })
  const accounts = await createAccounts({
    db,
    secret: null,
    publicOrigin: null,
    isDemoOpen: false,
    isSignUpOpen: false,
    triesPerMinute: { ofAddress: 1000, ofAccount: 1000 },
    ...options,
  })
  return { accounts, [Symbol.asyncDispose]: () => db.$disconnect() }
}
