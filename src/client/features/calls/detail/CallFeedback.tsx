import { Group, Stack, Text } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { CallDetail } from '../../../../server/domain/call.schema.ts'
import { NpsBadge } from '../../../components/NpsBadge.tsx'
import { RatingStars } from '../../../components/RatingStars.tsx'
import { ToneNotice } from '../../../components/ToneNotice.tsx'
import { FindingWords } from './FindingWords.tsx'
import { Points } from './Points.tsx'
import { Section } from './Section.tsx'

/** What the customer said of the visit; each finding leads to the words that it rests on. */
export function CallFeedback({ call }: { call: CallDetail }) {
  const { npsScore, rating, callReason, feedbackSummary, overallFeedback } = call
  const hasScore = npsScore !== null || rating !== null
  const texts = [feedbackSummary, overallFeedback, callReason].some(Boolean)
  const points = call.positiveMentions.length + call.areasToImprove.length
  const analysis = call.transcript?.analysis ?? null
  if (!hasScore && !texts && points === 0) return null
  return (
    <Section title="Feedback" aside={analysis && <ReadBy name={analysis.by} />}>
      <Stack gap="sm">
        {analysis?.note && (
          <ToneNotice tone="doubt" icon={IconInfoCircle}>
            {analysis.note}
          </ToneNotice>
        )}
        {hasScore && (
          <Group gap="md" align="flex-start">
            {npsScore !== null && (
              <div>
                <Group gap={6}>
                  <Label>NPS</Label>
                  <NpsBadge score={npsScore} />
                </Group>
                <FindingWords about="score" />
              </div>
            )}
            {rating !== null && (
              <Group gap={6}>
                <Label>Rating</Label>
                <RatingStars rating={rating} />
              </Group>
            )}
          </Group>
        )}
        <Points title="Praised" about="praise" points={call.positiveMentions} />
        <Points title="To improve" about="complaint" points={call.areasToImprove} />
        <Words label="Summary" text={feedbackSummary}>
          <FindingWords about="summary" />
        </Words>
        <Words label="In their words" text={overallFeedback} />
        <Words label="Reason for the call" text={callReason} />
      </Stack>
    </Section>
  )
}

const Label = ({ children }: { children: ReactNode }) => (
  <Text size="sm" c="dimmed">
    {children}
  </Text>
)

const ReadBy = ({ name }: { name: string }) => (
  <Text size="xs" c="dimmed">
    Read by {name}
  </Text>
)

function Words(props: { label: string; text: string | null; children?: ReactNode }) {
  const { label, text, children } = props
  if (text === null || text === '') return null
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
