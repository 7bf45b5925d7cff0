import type { Page } from 'playwright-core'

/** How a picture is taken. */
export type Look = { width: number; height: number; colorScheme: 'light' | 'dark' }

/** A page, or a state of one, that a picture is taken of. */
export type View = {
  name: string
  /** Path and search of its address. */
  address: string
  /** Waits for what the picture is about, and opens it where it is not open by its address. */
  arrive(page: Page): Promise<unknown>
  /** Ends what would go on once the page is closed. */
  leave?(page: Page): Promise<unknown>
  /** For who has not signed in. */
  isDoor?: boolean
  /** Of an organization that was just founded, without a visit, as its owner sees it. */
  isOwned?: boolean
  isOnPaper?: boolean
  language?: 'es'
  /** Where other looks have nothing to show. */
  only?: Partial<Look>
}

const callLinks = (page: Page) => page.getByRole('main').locator('a[href*="call="]')

export const hasCalls = (page: Page) => callLinks(page).first().waitFor()
export const hasHeading = (page: Page) => page.getByRole('heading').first().waitFor()
export const hasButton = (name: string) => (page: Page) =>
  page.getByRole('button', { name }).first().waitFor()
export const hasRegion = (name: string) => (page: Page) =>
  page.getByRole('region', { name }).waitFor()
export const hasList = (name: string) => (page: Page) => page.getByRole('list', { name }).waitFor()

/** What has been asked for is there, and the page follows what changes. */
export async function isSettled(page: Page) {
  await hasNone(page, '.mantine-Skeleton-root, .mantine-Loader-root, main [aria-busy="true"]')
  await hasNone(page, '[data-live]:not([data-live="live"])')
  // Of a narrow page, the places come last.
  await hasNone(page, '[class*="_room_"]:empty')
}

const hasNone = (page: Page, selector: string) =>
  page.waitForFunction((what) => document.querySelector(what) === null, selector)

/** Beside the list or over it. */
export const detailsOf = (page: Page) =>
  page.getByRole('complementary').or(page.getByRole('dialog')).last()

export async function openFirstCall(page: Page) {
  await callLinks(page).first().click()
  await detailsOf(page).getByRole('heading').first().waitFor()
}

export async function openHeardCall(page: Page) {
  await openFirstCall(page)
  // Beside it when the sound has been looked at, and its waveform drawn.
  await detailsOf(page).getByRole('checkbox').first().waitFor()
}
