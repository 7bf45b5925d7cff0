import { Group, Stack, Text } from '@mantine/core'
import { IconThumbDown, IconThumbUp } from '@tabler/icons-react'
import type { CallDetail } from '../../../../server/domain/call.schema.ts'
import { NpsBadge } from '../../../components/NpsBadge.tsx'
import { RatingStars } from '../../../components/RatingStars.tsx'
import classes from '../CallDetailPanel.module.css'
import { Section } from './Section.tsx'

export function CallFeedback({ call }: { call: CallDetail }) {
  const { npsScore, rating, callReason, feedbackSummary, overallFeedback } = call
  const hasScore = npsScore !== null || rating !== null
  const texts = [
    { label: 'Summary', text: feedbackSummary },
    { label: 'In their words', text: overallFeedback },
    { label: 'Reason for the call', text: callReason },
  ].filter(({ text }) => text !== null && text !== '')
  const points = call.positiveMentions.length + call.areasToImprove.length
  if (!hasScore && texts.length === 0 && points === 0) return null
  return (
    <Section title="Feedback">
      <Stack gap="sm">
        {hasScore && (
          <Group gap="md">
            {npsScore !== null && (
              <Group gap={6}>
                <Text size="sm" c="dimmed">
                  NPS
                </Text>
                <NpsBadge score={npsScore} />
              </Group>
            )}
            {rating !== null && (
              <Group gap={6}>
                <Text size="sm" c="dimmed">
                  Rating
                </Text>
                <RatingStars rating={rating} />
              </Group>
            )}
          </Group>
        )}
        <Points title="Praised" kind="praise" points={call.positiveMentions} />
        <Points title="To improve" kind="complaint" points={call.areasToImprove} />
        {texts.map(({ label, text }) => (
          <div key={label}>
            <Text size="xs" c="dimmed" fw={600}>
              {label}
            </Text>
            <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
              {text}
            </Text>
          </div>
        ))}
      </Stack>
    </Section>
  )
}

type PointsProps = { title: string; kind: 'praise' | 'complaint'; points: readonly string[] }

function Points({ title, kind, points }: PointsProps) {
  if (points.length === 0) return null
  const Icon = kind === 'praise' ? IconThumbUp : IconThumbDown
  const colour = `var(--tone-${kind === 'praise' ? 'good' : 'bad'}-text)`
  return (
    <div>
      <Text size="xs" c="dimmed" fw={600}>
        {title}
      </Text>
      <ul className={classes.points} aria-label={title}>
        {points.map((point) => (
          <li key={point}>
            <Icon size={15} color={colour} aria-hidden />
            {point}
          </li>
        ))}
      </ul>
    </div>
  )
}
