import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { t } from '../../i18n/t.ts'
import { useIsPrinting } from '../../lib/use-is-printing.ts'
import { useUnfolded } from '../../lib/use-unfolded.ts'

const FEW = 8

/** The first rows of a list, and all of them on demand and on paper. */
export function MoreRows<Row>(props: {
  /** By which the entry of the history knows the list. */
  name: string
  rows: readonly Row[]
  /** What there is more of, for those who hear the page. */
  many: string
  children: (shown: readonly Row[]) => ReactNode
}) {
  const { name, rows, many, children } = props
  const { isUnfolded: isOpen, toggle } = useUnfolded(name)
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
          aria-label={
            isOpen
              ? t('Show fewer: {what}', { what: many })
              : t('Show all {n}: {what}', { n: rows.length, what: many })
          }
        >
          {isOpen ? t('Show fewer') : t('Show all {n}', { n: rows.length })}
        </Button>
      )}
    </>
  )
}
