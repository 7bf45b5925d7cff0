import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { t } from '../../i18n/t.ts'
import classes from './CallLines.module.css'
import { CallLink } from './CallLink.tsx'

type NamedCall = { callId: string; customerName: string }

type CallLinesProps<Call extends NamedCall> = {
  label: string
  calls: readonly Call[]
  /** What is said of a call, below its name. */
  wordsOf: (call: Call) => ReactNode
  /** Said at the end, once all are shown. */
  end?: ReactNode
}

const SHOWN_AT_FIRST = 5

/** The first few calls of a list, each opened apart, and all of them on demand. */
export function CallLines<Call extends NamedCall>(props: CallLinesProps<Call>) {
  const { label, calls, wordsOf, end } = props
  const [isUnfolded, setIsUnfolded] = useState(false)
  const shown = isUnfolded ? calls : calls.slice(0, SHOWN_AT_FIRST)
  return (
    <div>
      <ul className={classes.lines} aria-label={label}>
        {shown.map((call) => (
          <li key={call.callId}>
            <CallLink callId={call.callId} customerName={call.customerName} />
            {wordsOf(call)}
          </li>
        ))}
      </ul>
      {calls.length > SHOWN_AT_FIRST && (
        <Button
          variant="subtle"
          size="compact-sm"
          ml={-8}
          aria-expanded={isUnfolded}
          onClick={() => setIsUnfolded((was) => !was)}
        >
          {isUnfolded ? t('Show fewer') : t('Show {n}', { n: calls.length })}
        </Button>
      )}
      {isUnfolded && end}
    </div>
  )
}
