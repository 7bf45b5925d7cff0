import type { CSSProperties } from 'react'
import type { CallDetail } from '../../../../server/domain/call.schema.ts'
import type { CallStatus } from '../../../../server/domain/call-status.ts'
import { outcomeWords, statusLooks } from '../../../components/status-looks.ts'
import { t } from '../../../i18n/t.ts'
import classes from './StageTalk.module.css'

const wordsOf: Partial<Record<CallStatus, string>> = {
  ready: t('Ready to be called'),
  placing: t('Opening a line…'),
  ringing: t('It rings at the customer’s…'),
  unknown: t('Nobody knows whether it rang'),
  canceled: t('Canceled'),
}

type RingingPhoneProps = {
  call: CallDetail
  isStill: boolean
  /** Instead of those for its status. */
  words: string | undefined
}

/** The telephone, large, while nothing is said; its rings stand still while the stage is paused. */
export function RingingPhone({ call, isStill, words }: RingingPhoneProps) {
  const { status, outcome } = call
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
      <span>{words ?? wordsOf[status] ?? (outcome && outcomeWords[outcome])}</span>
    </div>
  )
}
