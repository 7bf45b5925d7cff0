import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './QuietNotice.module.css'

type QuietNoticeProps = { icon: Icon; label: string; words: ReactNode; children: ReactNode }

/** One line above the calls, with what can be done about it. */
export function QuietNotice({ icon: IconOf, label, words, children }: QuietNoticeProps) {
  return (
    <section className={classes.notice} aria-label={label} data-print="hidden">
      <p className={classes.words}>
        <IconOf size={18} aria-hidden className={classes.icon} />
        <span>{words}</span>
      </p>
      <div className={classes.actions}>{children}</div>
    </section>
  )
}
