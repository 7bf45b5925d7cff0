import { useState } from 'react'

export const ROW_REM = 3.75
export const HEAD_REM = 2.75

/** The height of a table row, which grows with the reader's own text size. */
export function useRowHeightPx(): number {
  const [heightPx] = useState(() => {
    const rootSize = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
    return ROW_REM * (Number.isFinite(rootSize) ? rootSize : 16)
  })
  return heightPx
}
