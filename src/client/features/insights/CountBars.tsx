import { CallsLink, type CallsSearch } from './CallsLink.tsx'
import classes from './CountBars.module.css'
import { callsWord, number } from './insights-words.ts'

type CountBarsProps = {
  label: string
  tone: 'good' | 'bad' | 'missed'
  /** The longest bar stands for as many. */
  most: number
  rows: readonly { key: string; text: string; calls: number; search: CallsSearch }[]
}

/** Counts as bars, each with its words and its number. */
export function CountBars({ label, tone, most, rows }: CountBarsProps) {
  return (
    <ul className={classes.list} aria-label={label}>
      {rows.map(({ key, text, calls, search }) => {
        const bar = (
          <>
            <span className={classes.text}>{text}</span>
            <span className={classes.count}>{number(calls)}</span>
            <span className={classes.track} aria-hidden>
              <span
                className={classes.bar}
                style={{
                  width: `${(calls / most) * 100}%`,
                  background: `var(--tone-${tone}-text)`,
                }}
              />
            </span>
          </>
        )
        return (
          <li key={key}>
            <CallsLink
              search={search}
              label={`${text}: ${callsWord(calls)}`}
              className={classes.row}
            >
              {bar}
            </CallsLink>
          </li>
        )
      })}
    </ul>
  )
}
