import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { useIsPrinting } from '../../lib/use-is-printing.ts'
import { number } from './insights-words.ts'

const FEW = 8

/** The first rows of a list, and all of them on demand and on paper. */
export function MoreRows<Row>(props: {
  rows: readonly Row[]
  /** What there is more of, for those who hear the page. */
  many: string
  children: (shown: readonly Row[]) => ReactNode
}) {
  const { rows, many, children } = props
  const [isOpen, { toggle }] = useDisclosure(false)
  const isPrinting = useIsPrinting()
  if (rows.length === 0) return null
  return (
    <>
      {children(isOpen || isPrinting ? rows : rows.slice(0, FEW))}
      {rows.length > FEW && (
        <Button
          variant="subtle"
          size="compact-sm"
          mt="xs"
          data-print="hidden"
          onClick={toggle}
          aria-expanded={isOpen}
          aria-label={isOpen ? `Show fewer: ${many}` : `Show all ${number(rows.length)}: ${many}`}
        >
          {isOpen ? 'Show fewer' : `Show all ${number(rows.length)}`}
        </Button>
      )}
    </>
  )
}
