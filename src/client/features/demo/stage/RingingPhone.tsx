import type { CSSProperties } from 'react'
import type { CallStatus } from '../../../../server/domain/call-status.ts'
import { statusLooks } from '../../../components/status-looks.ts'
import classes from './StageTalk.module.css'

const words: Partial<Record<CallStatus, string>> = {
  ready: 'Ready to be called',
  placing: 'Opening a line…',
  ringing: 'It rings at the customer’s…',
  missed: 'Nobody answered',
  failed: 'The line failed',
  unknown: 'Nobody knows whether it rang',
  canceled: 'Canceled',
}

/** The telephone, large, while nothing is said; its rings stand still while the stage is paused. */
export function RingingPhone({ status, isStill }: { status: CallStatus; isStill: boolean }) {
  const { icon: IconOf, tone } = statusLooks[status]
  const colours: CSSProperties & Record<`--${string}`, string> = {
    '--phone-text': `var(--tone-${tone}-text)`,
    '--phone-tint': `var(--tone-${tone}-tint)`,
  }
  return (
    <div
      className={classes.phone}
      data-ringing={(status === 'ringing' && !isStill) || undefined}
      style={colours}
    >
      <span className={classes.bell}>
        <IconOf size="3em" stroke={1.5} aria-hidden />
      </span>
      <span>{words[status]}</span>
    </div>
  )
}
