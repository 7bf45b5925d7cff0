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

const hasHeading = (page: Page) => page.getByRole('heading').first().waitFor()
const hasButton = (name: string) => (page: Page) =>
  page.getByRole('button', { name }).first().waitFor()
const callLinks = (page: Page) => page.getByRole('main').locator('a[href*="call="]')
const hasCalls = (page: Page) => callLinks(page).first().waitFor()

async function openFirstCall(page: Page) {
  await callLinks(page).first().click()
  await page.getByLabel('Call details').first().waitFor()
}

export const views: readonly View[] = [
  { name: 'ready', address: '/', arrive: hasCalls },
  { name: 'missed', address: '/?tab=missed', arrive: hasCalls },
  { name: 'completed', address: '/?tab=completed', arrive: hasCalls },
  { name: 'ready-call', address: '/', arrive: openFirstCall },
  { name: 'missed-call', address: '/?tab=missed', arrive: openFirstCall },
  { name: 'completed-call', address: '/?tab=completed', arrive: openFirstCall },
  { name: 'import', address: '/?import=true', arrive: hasButton('Choose a file') },
  {
    name: 'insights',
    address: '/insights',
    arrive: (page) => page.getByRole('region', { name: 'Best hours' }).waitFor(),
  },
  { name: 'cases', address: '/cases', arrive: hasHeading },
  { name: 'schedule', address: '/schedule', arrive: hasButton('Pause calling') },
  { name: 'campaigns', address: '/campaigns', arrive: hasHeading },
  { name: 'campaign', address: '/campaigns/new', arrive: hasHeading },
  { name: 'script', address: '/script', arrive: hasButton('Answer the call in English') },
  { name: 'do-not-call', address: '/do-not-call', arrive: hasHeading },
  { name: 'demo', address: '/demo', arrive: hasButton('Create demo call') },
  { name: 'stage', address: '/stage', arrive: hasButton('Start') },
  { name: 'account', address: '/settings/account', arrive: hasHeading },
  { name: 'organization', address: '/settings/organization', arrive: hasHeading },
  { name: 'team', address: '/settings/team', arrive: hasHeading },
  { name: 'keys', address: '/settings/keys', arrive: hasHeading },
  { name: 'webhooks', address: '/settings/webhooks', arrive: hasHeading },
  { name: 'audit', address: '/settings/audit', arrive: hasHeading },
  { name: 'erase', address: '/settings/erase', arrive: hasHeading },
  { name: 'not-found', address: '/nowhere', arrive: hasHeading },
  { name: 'sign-in', address: '/sign-in', arrive: hasHeading, isDoor: true },
]
