import type { Page } from 'playwright-core'

/** A page, or a state of one, that a picture is taken of. */
export type View = {
  name: string
  /** Path and search of its address. */
  address: string
  /** Waits for what the picture is about, and opens it where it is not open by its address. */
  arrive(page: Page): Promise<void>
  /** For who has not signed in. */
  isDoor?: boolean
}

const hasHeading = (name: string | RegExp) => (page: Page) =>
  page.getByRole('heading', { name }).first().waitFor()
const hasButton = (name: string | RegExp) => (page: Page) =>
  page.getByRole('button', { name }).first().waitFor()
const hasCalls = (page: Page) =>
  page
    .getByRole('link', { name: /^Open the call/ })
    .first()
    .waitFor()

async function openFirstCall(page: Page) {
  await hasCalls(page)
  await page
    .getByRole('link', { name: /^Open the call/ })
    .first()
    .click()
  await page.getByRole('complementary', { name: 'Call details' }).waitFor()
}

export const views: readonly View[] = [
  { name: 'ready', address: '/', arrive: hasCalls },
  { name: 'missed', address: '/?tab=missed', arrive: hasCalls },
  { name: 'completed', address: '/?tab=completed', arrive: hasCalls },
  { name: 'ready-call', address: '/', arrive: openFirstCall },
  { name: 'missed-call', address: '/?tab=missed', arrive: openFirstCall },
  { name: 'completed-call', address: '/?tab=completed', arrive: openFirstCall },
  { name: 'import', address: '/?import=true', arrive: hasButton('Choose a file') },
  { name: 'schedule', address: '/schedule', arrive: hasButton('Pause calling') },
  { name: 'campaigns', address: '/campaigns', arrive: hasHeading('Campaigns') },
  { name: 'campaign', address: '/campaigns/new', arrive: hasButton(/^(Create|Save)/) },
  { name: 'script', address: '/script', arrive: hasButton('Answer the call in English') },
  { name: 'do-not-call', address: '/do-not-call', arrive: hasHeading('Do not call') },
  { name: 'demo', address: '/demo', arrive: hasButton('Create demo call') },
  { name: 'account', address: '/settings/account', arrive: hasHeading(/account/i) },
  { name: 'organization', address: '/settings/organization', arrive: hasHeading(/organization/i) },
  { name: 'team', address: '/settings/team', arrive: hasHeading(/team/i) },
  { name: 'keys', address: '/settings/keys', arrive: hasHeading(/keys/i) },
  { name: 'audit', address: '/settings/audit', arrive: hasHeading(/audit|changes/i) },
  { name: 'erase', address: '/settings/erase', arrive: hasHeading(/erase/i) },
  { name: 'not-found', address: '/nowhere', arrive: hasHeading(/./) },
  { name: 'sign-in', address: '/sign-in', arrive: hasHeading(/./), isDoor: true },
]
