import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'

/** Drops a file from the disk on the page, as a person would with the mouse. */
export async function dropFile(page: Page, file: string): Promise<void> {
  const content = await readFile(file, 'utf8')
  const transfer = await page.evaluateHandle(
    ({ name, text }) => {
      const data = new DataTransfer()
      data.items.add(new File([text], name, { type: 'text/csv' }))
      return data
    },
    { name: path.basename(file), text: content },
  )
  const target = page.locator('main')
  for (const type of ['dragenter', 'dragover', 'drop']) {
    await target.dispatchEvent(type, { dataTransfer: transfer })
  }
}
