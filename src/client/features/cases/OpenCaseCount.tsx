import { VisuallyHidden } from '@mantine/core'
import { plural } from '../../i18n/t.ts'
import { trpc } from '../../lib/trpc.ts'
import { askedEachMinute } from './asked-each-minute.ts'
import classes from './OpenCaseCount.module.css'

/** How many cases are open, beside the word of the navigation. */
export function OpenCaseCount() {
  const { data } = trpc.cases.summary.useQuery(undefined, askedEachMinute)
  if (!data?.open) return null
  return (
    <>
      <span className={classes.count} data-overdue={data.overdue > 0 || undefined} aria-hidden>
        {data.open}
      </span>
      <VisuallyHidden>{countWords(data)}</VisuallyHidden>
    </>
  )
}

const countWords = ({ open, overdue }: { open: number; overdue: number }) =>
  [
    plural(open, '{n} open', '{n} open'),
    ...(overdue > 0 ? [plural(overdue, '{n} overdue', '{n} overdue')] : []),
  ].join(', ')
