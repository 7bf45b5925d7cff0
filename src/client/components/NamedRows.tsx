import type { ReactNode } from 'react'
import classes from './NamedRows.module.css'

/** A list of things that have a name, a few words about them, and what can be done with each. */
export function NamedRows({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={classes.rows} aria-label={label}>
      {children}
    </ul>
  )
}

type NamedRowProps = {
  words: ReactNode
  /** They are many: what can be done goes below them earlier. */
  isWordy?: boolean
  children?: ReactNode
}

export function NamedRow({ words, isWordy, children }: NamedRowProps) {
  return (
    <li className={classes.row} data-wordy={isWordy || undefined}>
      <div className={classes.words}>{words}</div>
      {children && <div className={classes.controls}>{children}</div>}
    </li>
  )
}
