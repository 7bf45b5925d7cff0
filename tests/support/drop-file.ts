import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'

/** Drops a file from the disk on the page, as a person would with the mouse. */
export async function dropFile(page: Page, file: string): Promise<void> {
  const text = await readFile(file, 'utf8')
  await dropText(page.locator('main'), { name: path.basename(file), text })
}

/** Drops a file of that text on a place. */
export async function dropText(
  target: Locator,
  file: { name: string; text: string },
): Promise<void> {
  const transfer = await target.page().evaluateHandle(({ name, text }) => {
    const data = new DataTransfer()
    data.items.add(new File([text], name, { type: 'text/csv' }))
    return data
  }, file)
  for (const type of ['dragenter', 'dragover', 'drop']) {
    await target.dispatchEvent(type, { dataTransfer: transfer })
  }
}
