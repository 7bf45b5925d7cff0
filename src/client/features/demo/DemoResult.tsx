import { Anchor, Group, List, Stack, Text } from '@mantine/core'
import { IconMoodSmile, IconTool } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { CallDetail } from '../../../server/domain/call.schema.ts'
import { tabOf } from '../../../server/domain/call-status.ts'
import { NpsBadge } from '../../components/NpsBadge.tsx'
import { RatingStars } from '../../components/RatingStars.tsx'
import { t } from '../../i18n/t.ts'
import { useOrganizationPlace } from '../../lib/use-organization-place.ts'

/** What the call brought: the score, the words behind it, and its sound. */
export function DemoResult({ call }: { call: CallDetail }) {
  const { fully } = useOrganizationPlace()
  return (
    <Stack gap="sm">
      {(call.npsScore !== null || call.rating !== null) && (
        <Group gap="md">
          {call.npsScore !== null && <NpsBadge score={call.npsScore} />}
          {call.rating !== null && <RatingStars rating={call.rating} />}
        </Group>
      )}
      {call.feedbackSummary && <Text>{call.feedbackSummary}</Text>}
      <Group align="flex-start" gap="lg" grow preventGrowOverflow={false}>
        <Mentions
          title={t('Praised')}
          icon={<IconMoodSmile size={16} aria-hidden />}
          words={call.positiveMentions}
        />
        <Mentions
          title={t('To improve')}
          icon={<IconTool size={16} aria-hidden />}
          words={call.areasToImprove}
        />
      </Group>
      {call.audioUrl && (
        // biome-ignore lint/a11y/useMediaCaption: the transcript is in the call's detail
        <audio
          controls
          preload="metadata"
          src={call.audioUrl}
          aria-label={t('Recording of the conversation')}
          style={{ width: '100%' }}
        />
      )}
      {call.status !== 'completed' && <Text>{sayWhatFollows(call, fully)}</Text>}
      <Anchor
        renderRoot={(props) => (
          <Link
            to="/"
            search={{ tab: tabOf(call.status) ?? undefined, call: call.id }}
            {...props}
          />
        )}
      >
        {t('Open it in the calls')}
      </Anchor>
    </Stack>
  )
}

function Mentions(props: { title: string; icon: React.ReactNode; words: readonly string[] }) {
  if (props.words.length === 0) return null
  return (
    <div>
      <Group gap={6}>
        {props.icon}
        <Text fw={600} size="sm">
          {props.title}
        </Text>
      </Group>
      <List size="sm">
        {props.words.map((word) => (
          <List.Item key={word}>{word}</List.Item>
        ))}
      </List>
    </div>
  )
}

function sayWhatFollows(call: CallDetail, fully: (at: string) => string): string {
  if (call.status === 'unknown') return t('Nobody knows whether it rang; a person decides.')
  if (call.status === 'canceled') return t('It is not called again.')
  if (call.dueAt === null) return t('It is not tried again by itself.')
  return t('It is tried again by itself {when}.', { when: fully(call.dueAt) })
}
