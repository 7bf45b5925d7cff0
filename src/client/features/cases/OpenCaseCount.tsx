import { VisuallyHidden } from '@mantine/core'
import { t } from '../../i18n/t.ts'
import { trpc } from '../../lib/trpc.ts'
import classes from './OpenCaseCount.module.css'

/** How many cases are open, beside the word of the navigation. */
export function OpenCaseCount() {
  const { data } = trpc.cases.summary.useQuery()
  if (!data?.open) return null
  return (
    <>
      <span className={classes.count} data-overdue={data.overdue > 0 || undefined} aria-hidden>
        {data.open}
      </span>
      <VisuallyHidden>
        {data.overdue > 0
          ? t('{n} open, {overdue} overdue', { n: data.open, overdue: data.overdue })
          : t('{n} open', { n: data.open })}
      </VisuallyHidden>
    </>
  )
}
