import { VisuallyHidden } from '@mantine/core'
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
        {data.open} open{data.overdue > 0 && `, ${data.overdue} overdue`}
      </VisuallyHidden>
    </>
  )
}
