import type { ReadSheets } from './read-spreadsheet.ts'

/** Fifty thousand rows take a slow device some seconds; what takes longer was made to. */
const LONGEST_MS = 45_000

/**
 * As `readSpreadsheet`, but beside the page, which stays as quick as it is; and not for ever: a small
 * file can be packed so that it is read for hours. Rejects where what reads it cannot be fetched.
 */
export async function readSpreadsheetApart(bytes: Uint8Array): Promise<ReadSheets> {
  if (typeof Worker === 'undefined') {
    const { readSpreadsheet } = await import('./read-spreadsheet.ts')
    return readSpreadsheet(bytes)
  }
  const worker = new Worker(new URL('./spreadsheet-worker.ts', import.meta.url), { type: 'module' })
  let timer: ReturnType<typeof setTimeout> | undefined
  try {
    return await new Promise<ReadSheets>((resolve, reject) => {
      timer = setTimeout(() => resolve('too_large'), LONGEST_MS)
      worker.addEventListener('message', ({ data }: MessageEvent<ReadSheets>) => resolve(data))
      // Nothing is thrown for a broken workbook, which is an answer like any other.
      worker.addEventListener('error', () => reject(new Error('no-worker')))
      worker.postMessage(bytes)
    })
  } finally {
    clearTimeout(timer)
    worker.terminate()
  }
}
