import { useState } from 'react'

const ROW_HEIGHT_REM = 3.75

/** The height of a table row, which grows with the reader's own text size. */
export function useRowHeightPx(): number {
  const [heightPx] = useState(() => {
    const rootSize = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
    return ROW_HEIGHT_REM * (Number.isFinite(rootSize) ? rootSize : 16)
  })
  return heightPx
}
