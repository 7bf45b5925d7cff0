import { Group, Stack, Text } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { CallDetail } from '../../../../server/domain/call.schema.ts'
import type { FeedbackOriginal } from '../../../../server/domain/feedback-originals.ts'
import { NpsBadge } from '../../../components/NpsBadge.tsx'
import { RatingStars } from '../../../components/RatingStars.tsx'
import { ToneNotice } from '../../../components/ToneNotice.tsx'
import { ofServer, t } from '../../../i18n/t.ts'
import { FindingWords } from './FindingWords.tsx'
import { OriginalValue } from './OriginalValue.tsx'
import { Points } from './Points.tsx'

export type FeedbackFindingsProps = {
  call: CallDetail
  originals: readonly FeedbackOriginal[]
}

/** Each finding leads to the words that it rests on, and tells what it was before it was put right. */
export function FeedbackFindings({ call, originals }: FeedbackFindingsProps) {
  const { npsScore, rating, callReason, feedbackSummary, overallFeedback } = call
  const note = call.transcript?.analysis?.note
  return (
    <Stack gap="sm">
      {note && (
        <ToneNotice tone="doubt" icon={IconInfoCircle}>
          {ofServer(note)}
        </ToneNotice>
      )}
      <Group gap="md" align="flex-start">
        <div>
          {npsScore !== null && (
            <Group gap={6} mih={26}>
              <Label>{t('NPS')}</Label>
              <NpsBadge score={npsScore} />
            </Group>
          )}
          <FindingWords about="score" isQuiet={npsScore === null} />
          <OriginalValue originals={originals} field="npsScore" />
        </div>
        <div>
          {rating !== null && (
            <Group gap={6} mih={26}>
              <Label>{t('Rating')}</Label>
              <RatingStars rating={rating} />
            </Group>
          )}
          <OriginalValue originals={originals} field="rating" />
        </div>
      </Group>
      <Points about="praise" points={call.positiveMentions} originals={originals} />
      <Points about="complaint" points={call.areasToImprove} originals={originals} />
      <Words label={t('Summary')} text={feedbackSummary}>
        <FindingWords about="summary" isQuiet={feedbackSummary === null} />
        <OriginalValue originals={originals} field="feedbackSummary" />
      </Words>
      <Words label={t('In their words')} text={overallFeedback} />
      <Words label={t('Reason for the call')} text={callReason} />
    </Stack>
  )
}

const Label = ({ children }: { children: ReactNode }) => (
  <Text size="sm" c="dimmed">
    {children}
  </Text>
)

function Words(props: { label: string; text: string | null; children?: ReactNode }) {
  const { label, text, children } = props
  if (text === null || text === '') return children
  return (
    <div>
      <Text size="xs" c="dimmed" fw={600}>
        {label}
      </Text>
      <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
        {text}
      </Text>
      {children}
    </div>
  )
}
