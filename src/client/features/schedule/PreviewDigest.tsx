import { Anchor, Text } from '@mantine/core'
import { t } from '../../i18n/t.ts'
import { changeWords } from './preview-words.ts'
import type { SchedulePreviewState } from './use-schedule-preview.ts'

type PreviewDigestProps = { preview: SchedulePreviewState; previewId: string }

/** The preview in one line, for where there is no room to see it beside the fields. */
export function PreviewDigest({ preview, previewId }: PreviewDigestProps) {
  const { answer, isStale } = preview
  if (!answer || isStale || answer.result.counts.waiting === 0) return null
  const changes = changeWords(answer.result)
  return (
    <Text size="xs" c="dimmed">
      {changes.length === 0 ? t('No waiting call would move.') : `${changes.join(', ')}.`}{' '}
      <Anchor href={`#${previewId}`} inherit hiddenFrom="lg">
        {t('See which')}
      </Anchor>
    </Text>
  )
}
