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

export function NamedRow({ words, children }: { words: ReactNode; children?: ReactNode }) {
  return (
    <li className={classes.row}>
      <div className={classes.words}>{words}</div>
      {children && <div className={classes.controls}>{children}</div>}
    </li>
  )
}
