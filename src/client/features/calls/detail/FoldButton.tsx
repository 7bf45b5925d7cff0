import { Button } from '@mantine/core'
import type { ReactNode } from 'react'

type FoldButtonProps = { isUnfolded: boolean; onToggle: () => void; children: ReactNode }

/** Folds and unfolds what stands below it, in line with the text above. */
export function FoldButton({ isUnfolded, onToggle, children }: FoldButtonProps) {
  return (
    <Button
      variant="subtle"
      size="compact-xs"
      ml={-7}
      onClick={onToggle}
      aria-expanded={isUnfolded}
    >
      {children}
    </Button>
  )
}
