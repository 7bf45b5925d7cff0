import { readSpreadsheet } from './read-spreadsheet.ts'

/** Reads one workbook beside the page, which goes on meanwhile. */
self.addEventListener('message', async ({ data }: MessageEvent<Uint8Array>) => {
  self.postMessage(await readSpreadsheet(data))
})
