import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Db } from '../db/client.ts'
import { keepServerSecret } from '../db/server-secret.ts'
import { TooOftenError } from '../domain/errors.ts'
import { type Auth, createAuth } from './create-auth.ts'

/** All that signing in needs, and what this server lets newcomers do. */
export type Accounts = {
  auth: Auth
  /** Acts as `ringback_auth`: accounts, sessions and memberships of every organization. */
  db: Db
  /** Whether anybody may come in as a member of the demo organization. */
  isDemoOpen: boolean
  /** Whether anybody may found an organization, not only the first one. */
  isSignUpOpen: boolean
  /** What the first visitor shows to found the first organization; the same on every process. */
  setUpToken: string
  /** The password of a demo member, which nobody ever types. */
  demoPasswordOf: (email: string) => string
  /** Counts one try to come in; throws `rate_limited` past the limits of its address and account. */
  countTry: (by: { address: string | null; email?: string }) => Promise<void>
}

export async function createAccounts(input: {
  db: Db
  /** Null: the one that is kept in the database. */
  secret: string | null
  publicOrigin: string | null
  isDemoOpen: boolean
  isSignUpOpen: boolean
  triesPerMinute?: { ofAddress: number; ofAccount: number }
}): Promise<Accounts> {
  const { db, publicOrigin, isDemoOpen, isSignUpOpen } = input
  // A whole office may come from one address.
  const { ofAddress, ofAccount } = input.triesPerMinute ?? { ofAddress: 60, ofAccount: 10 }
  const fresh = randomBytes(32).toString('base64url')
  const secret = input.secret ?? (await keepServerSecret(db, 'accounts', fresh))
  const derive = (what: string) => createHmac('sha256', secret).update(what).digest('base64url')
  const addresses = new RateLimiterMemory({ points: ofAddress, duration: 60 })
  const emails = new RateLimiterMemory({ points: ofAccount, duration: 60 })
  return {
    auth: createAuth({ db, secret, publicOrigin }),
    db,
    isDemoOpen,
    isSignUpOpen,
    setUpToken: derive('set-up'),
    demoPasswordOf: (email) => derive(`demo ${email}`),
    async countTry({ address, email }) {
      try {
        if (address !== null) await addresses.consume(address)
        if (email !== undefined) await emails.consume(email)
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error
        const seconds = Math.ceil(error.msBeforeNext / 1000)
        throw new TooOftenError(`Too many tries. Please wait ${seconds} seconds.`, seconds)
      }
    },
  }
}

/** Whether two secrets are equal, in a time that says nothing of where they differ. */
export function isSameSecret(given: string, expected: string): boolean {
  const [a, b] = [given, expected].map((text) =>
    createHmac('sha256', 'equal').update(text).digest(),
  )
  return a !== undefined && b !== undefined && timingSafeEqual(a, b)
}
