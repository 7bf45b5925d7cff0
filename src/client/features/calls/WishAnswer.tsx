import { Text } from '@mantine/core'
import { IconCalendarCheck, IconCalendarExclamation, IconCalendarOff } from '@tabler/icons-react'
import { failureReason } from '../../components/failure-reason.ts'
import { ToneNotice } from '../../components/ToneNotice.tsx'
import { t } from '../../i18n/t.ts'
import { useRights } from '../../lib/rights.tsx'
import { useCallClock } from './call-clock.tsx'
import type { CheckedWish } from './use-checked-wish.ts'
import { wishWords } from './wish-words.ts'

const looks = {
  good: { tone: 'good', icon: IconCalendarCheck },
  moved: { tone: 'middling', icon: IconCalendarExclamation },
  refused: { tone: 'bad', icon: IconCalendarOff },
} as const

type WishAnswerProps = { check: CheckedWish; wishedAt: string | null; isOverridden: boolean }

/** Whether a wish lies within the rules, and what becomes of it where it does not. */
export function WishAnswer({ check, wishedAt, isOverridden }: WishAnswerProps) {
  const clock = useCallClock()
  const mayOverride = useRights().has('calls.override')
  return (
    <div role="status" aria-live="polite" aria-busy={check.isChecking}>
      {check.isChecking && !check.data && (
        <Text size="sm" c="dimmed">
          {t('Asking the schedule…')}
        </Text>
      )}
      {check.error && (
        <Text size="sm" c="dimmed">
          {t('Could not be checked beforehand: {why}', { why: failureReason(check.error) })}
        </Text>
      )}
      {check.data && wishedAt !== null && (
        <Answer {...wishWords(check.data, { ...clock, wishedAt, isOverridden, mayOverride })} />
      )}
    </div>
  )
}

function Answer({ kind, title, reasons }: ReturnType<typeof wishWords>) {
  return (
    <ToneNotice {...looks[kind]} title={title}>
      {reasons.map((reason) => (
        <Text key={reason} size="sm">
          {reason}
        </Text>
      ))}
    </ToneNotice>
  )
}
