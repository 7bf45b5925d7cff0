import type { Page } from 'playwright-core'

/** How a picture is taken. */
export type Look = { width: number; height: number; colorScheme: 'light' | 'dark' }

/** A page, or a state of one, that a picture is taken of. */
export type View = {
  name: string
  /** Path and search of its address. */
  address: string
  /** Waits for what the picture is about, and opens it where it is not open by its address. */
  arrive(page: Page): Promise<void>
  /** For who has not signed in. */
  isDoor?: boolean
  /** Of an organization without a visit: taken last, once the sample data is removed. */
  isEmpty?: boolean
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
/** What has been asked for is there, whatever it is called. */
export const isSettled = async (page: Page) => {
  await hasHeading(page)
  await page.waitForLoadState('networkidle')
}

/** Beside the list or over it. */
export const detailsOf = (page: Page) =>
  page.getByRole('complementary').or(page.getByRole('dialog')).last()

export async function openFirstCall(page: Page) {
  await callLinks(page).first().click()
  await detailsOf(page).getByRole('heading').first().waitFor()
}
