import { Text } from '@mantine/core'
import { IconThumbDown, IconThumbUp } from '@tabler/icons-react'
import type { FeedbackOriginal } from '../../../../server/domain/feedback-originals.ts'
import { t } from '../../../i18n/t.ts'
import classes from '../CallDetailPanel.module.css'
import { FindingWords } from './FindingWords.tsx'
import { OriginalValue } from './OriginalValue.tsx'

export type PointsProps = {
  about: 'praise' | 'complaint'
  points: readonly string[]
  originals: readonly FeedbackOriginal[]
}

const looks = {
  praise: {
    title: t('Praised'),
    Icon: IconThumbUp,
    tone: 'good',
    field: 'positiveMentions',
  },
  complaint: {
    title: t('To improve'),
    Icon: IconThumbDown,
    tone: 'bad',
    field: 'areasToImprove',
  },
} as const

/** What was praised, or what should be better, each with the words for it. */
export function Points({ about, points, originals }: PointsProps) {
  const { title, Icon, tone, field } = looks[about]
  const original = originals.find((each) => each.field === field)
  if (points.length === 0 && original === undefined) return null
  const isByHand = (point: string) =>
    Array.isArray(original?.value) && !original.value.includes(point)
  return (
    <div>
      <Text size="xs" c="dimmed" fw={600}>
        {title}
      </Text>
      <ul className={classes.points} aria-label={title}>
        {points.map((point) => (
          <li key={point}>
            <Icon size={15} color={`var(--tone-${tone}-text)`} aria-hidden />
            <div>
              {point}
              <FindingWords about={about} mention={point} isQuiet={isByHand(point)} />
            </div>
          </li>
        ))}
      </ul>
      <OriginalValue originals={originals} field={field} />
    </div>
  )
}
