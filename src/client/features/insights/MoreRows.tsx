import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { t } from '../../i18n/t.ts'
import { useIsPrinting } from '../../lib/use-is-printing.ts'

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
