import { useEffect, useRef } from 'react'
import { t } from '../../../i18n/t.ts'
import classes from './Trial.module.css'
import type { TrialEntry } from './trial-entries.ts'

/** What was said so far, the newest in sight. */
export function TrialTalk({ entries }: { entries: readonly TrialEntry[] }) {
  const log = useRef<HTMLDivElement>(null)
  const count = entries.length
  useEffect(() => {
    if (count > 0) log.current?.scrollTo({ top: log.current.scrollHeight })
  }, [count])
  return (
    // It scrolls, so it is reached by keyboard.
    <div
      className={classes.talk}
      role="log"
      aria-label={t('The conversation')}
      ref={log}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region without controls of its own
      tabIndex={0}
    >
      {entries.map((entry, index) => (
        <p
          // Entries are only ever added at the end.
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
          key={index}
          className={classes.entry}
          data-by={entry.by}
          lang={entry.by === 'line' ? undefined : entry.language}
        >
          {entry.text}
        </p>
      ))}
    </div>
  )
}
