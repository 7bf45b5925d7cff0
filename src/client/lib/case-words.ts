import { IconAlertCircle, IconCircleCheck, IconClockExclamation } from '@tabler/icons-react'
import type { Case } from '../../server/domain/case.schema.ts'
import type { MarkProps } from '../components/Mark.tsx'
import { t } from '../i18n/t.ts'

type When = (at: string) => string

/** The word, colour and icon of where a case stands. */
export function caseLook(each: Pick<Case, 'status' | 'isOverdue'>): MarkProps {
  if (each.status === 'closed')
    return { tone: 'good', icon: IconCircleCheck, children: t('Closed') }
  return each.isOverdue
    ? { tone: 'bad', icon: IconClockExclamation, children: t('Overdue') }
    : { tone: 'middling', icon: IconAlertCircle, children: t('Open') }
}

/** "due tomorrow 6:00 PM", "was due yesterday 6:00 PM" or "Closed today 3:20 PM by Robin". */
export function caseTimes(each: Case, when: When): string {
  if (each.closedAt !== null)
    return t('Closed {when} by {who}', {
      when: when(each.closedAt),
      who: each.closedByName ?? t('Somebody who left'),
    })
  const values = { when: when(each.dueAt) }
  return each.isOverdue ? t('was due {when}', values) : t('due {when}', values)
}

export const ownerWords = ({ ownerId, ownerName }: Pick<Case, 'ownerId' | 'ownerName'>): string =>
  ownerId === null ? t('Nobody has it yet') : (ownerName ?? t('Somebody who left'))

/** "25 min", "5 h 20 min" or "3 days 4 h". */
export function spanWords(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / 60_000))
  const hours = Math.floor(minutes / 60)
  if (hours === 0) return t('{minutes} min', { minutes })
  if (hours < 48)
    return minutes % 60 === 0
      ? t('{hours} h', { hours })
      : t('{hours} h {minutes} min', { hours, minutes: minutes % 60 })
  const days = Math.floor(hours / 24)
  return hours % 24 === 0
    ? t('{days} days', { days })
    : t('{days} days {hours} h', { days, hours: hours % 24 })
}
