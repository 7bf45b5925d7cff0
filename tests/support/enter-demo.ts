import type { BrowserContext } from 'playwright-core'
import type { AccountStatus } from '../../src/server/domain/account.schema.ts'

export type DemoRole = AccountStatus['demoRoles'][number]

/** Signs a browser in at the demo organization, as one click on the page would, and far quicker. */
export async function enterDemo(
  context: BrowserContext,
  address: string,
  role: DemoRole,
): Promise<void> {
  const answer = await context.request.post(new URL('/trpc/account.enterDemo', address).href, {
    headers: { 'x-ringback': '1' },
    data: { role },
  })
  if (!answer.ok())
    throw new Error(`The demo stays shut: ${answer.status()} ${await answer.text()}`)
}

/** Signs a browser in as somebody with a password. */
export async function enterAs(
  context: BrowserContext,
  address: string,
  person: { email: string; password: string },
): Promise<void> {
  const answer = await context.request.post(new URL('/trpc/account.signIn', address).href, {
    headers: { 'x-ringback': '1' },
    data: person,
  })
  if (!answer.ok()) throw new Error(`Nobody comes in: ${answer.status()} ${await answer.text()}`)
}
