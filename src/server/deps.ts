import type { Logger } from 'pino'
import type { Analysis } from './analysis/port.ts'
import type { Accounts } from './auth/accounts.ts'
import type { Clock } from './clock.ts'
import type { Db } from './db/client.ts'
import type { Feed } from './feed/feed.ts'
import type { Mailer } from './mail/mailer.ts'
import type { RecordingStorage } from './storage/port.ts'
import type { Provider } from './telephony/port.ts'
import type { WebhookSender } from './webhooks/port.ts'

/** All that the server's rooms get handed; tests hand in their own. */
export type Deps = {
  accounts: Accounts
  /** Acts as the application: only inside `inOrganization` does it see anything. */
  db: Db
  /** Sees every organization: for sweeps, for figures, never for a request's own rows. */
  systemDb: Db
  clock: Clock
  /** A number from 0 up to, not including, 1. */
  random: () => number
  provider: Provider
  /** Reads what was said in a call. */
  analysis: Analysis
  recordings: RecordingStorage
  feed: Feed
  /** Tells other programs what they asked to be told of. */
  webhooks: WebhookSender
  /** Every zone a phone number may be in; empty when unknown. */
  zonesOfPhone: (phoneNumber: string) => Promise<readonly string[]>
  /** Null where no mail server is set up. */
  mailer: Mailer | null
  /** Where people reach the server, for links in mail; null where only requests know it. */
  publicUrl: string | null
  log: Logger
}
