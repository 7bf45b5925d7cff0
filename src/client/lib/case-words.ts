import { IconAlertCircle, IconCircleCheck, IconClockExclamation } from '@tabler/icons-react'
import type { Case } from '../../server/domain/case.schema.ts'
import type { MarkProps } from '../components/Mark.tsx'

type When = (at: string) => string

/** The word, colour and icon of where a case stands. */
export function caseLook(each: Pick<Case, 'status' | 'isOverdue'>): MarkProps {
  if (each.status === 'closed') return { tone: 'good', icon: IconCircleCheck, children: 'Closed' }
  return each.isOverdue
    ? { tone: 'bad', icon: IconClockExclamation, children: 'Overdue' }
    : { tone: 'middling', icon: IconAlertCircle, children: 'Open' }
}

/** "due tomorrow 6:00 PM", "was due yesterday 6:00 PM" or "closed today 3:20 PM by Robin". */
export function caseTimes(each: Case, when: When): string {
  if (each.closedAt !== null) return `closed ${when(each.closedAt)} by ${each.closedByName}`
  return `${each.isOverdue ? 'was due' : 'due'} ${when(each.dueAt)}`
}

export const ownerWords = ({ ownerId, ownerName }: Pick<Case, 'ownerId' | 'ownerName'>): string =>
  ownerId === null ? 'Nobody has it yet' : (ownerName ?? 'Somebody who left')

/** "25 min", "5 h 20 min" or "3 days 4 h". */
export function spanWords(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / 60_000))
  const hours = Math.floor(minutes / 60)
  if (hours === 0) return `${minutes} min`
  if (hours < 48) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`
  const days = Math.floor(hours / 24)
  return hours % 24 === 0 ? `${days} days` : `${days} days ${hours % 24} h`
}
