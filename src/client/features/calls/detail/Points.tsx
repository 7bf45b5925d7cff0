import { Text } from '@mantine/core'
import { IconThumbDown, IconThumbUp } from '@tabler/icons-react'
import classes from '../CallDetailPanel.module.css'
import { FindingWords } from './FindingWords.tsx'

export type PointsProps = {
  title: string
  about: 'praise' | 'complaint'
  points: readonly string[]
}

/** What was praised, or what should be better, each with the words for it. */
export function Points({ title, about, points }: PointsProps) {
  if (points.length === 0) return null
  const Icon = about === 'praise' ? IconThumbUp : IconThumbDown
  const colour = `var(--tone-${about === 'praise' ? 'good' : 'bad'}-text)`
  return (
    <div>
      <Text size="xs" c="dimmed" fw={600}>
        {title}
      </Text>
      <ul className={classes.points} aria-label={title}>
        {points.map((point) => (
          <li key={point}>
            <Icon size={15} color={colour} aria-hidden />
            <div>
              {point}
              <FindingWords about={about} mention={point} />
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}
