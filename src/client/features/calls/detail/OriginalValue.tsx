import { Text } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import type {
  CorrectableField,
  FeedbackOriginal,
} from '../../../../server/domain/feedback-originals.ts'
import { t } from '../../../i18n/t.ts'
import { valueWords } from '../../../lib/change-words.ts'
import { useCallClock } from '../call-clock.tsx'
import classes from './FindingWords.module.css'

export type OriginalValueProps = {
  originals: readonly FeedbackOriginal[]
  field: CorrectableField
}

/** What the conversation brought before somebody put it right. */
export function OriginalValue({ originals, field }: OriginalValueProps) {
  const { when } = useCallClock()
  const original = originals.find((each) => each.field === field)
  if (original === undefined) return null
  const { value, changedBy, changedAt } = original
  return (
    <Text size="xs" c="dimmed" className={classes.original}>
      <IconHistory size={13} className={classes.icon} aria-hidden />
      <span>
        {t('Originally: {value}. Changed by {who}, {when}', {
          value: valueWords(value),
          who: changedBy,
          when: when(changedAt),
        })}
      </span>
    </Text>
  )
}
