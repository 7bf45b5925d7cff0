import { Anchor, Badge, Button, Group, Text } from '@mantine/core'
import { IconMoodSmile, IconTool } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { CallDetail } from '../../../../server/domain/call.schema.ts'
import { tabOf } from '../../../../server/domain/call-status.ts'
import { scoreBand } from '../../../../server/domain/nps.ts'
import { bandLooks, outcomeWords } from '../../../components/status-looks.ts'
import { useSight } from '../../../lib/rights.tsx'
import classes from './StageView.module.css'
import type { StageAction } from './stage-action.ts'
import { stageWords } from './stage-words.ts'

/** What the call brought, large enough for the last row. */
export function StageResult(props: {
  call: CallDetail
  whatNext: string | null
  other: StageAction | null
}) {
  const { call, whatNext, other } = props
  const sight = useSight()
  const band = call.npsScore === null ? null : bandLooks[scoreBand(call.npsScore)]
  return (
    <div className={classes.result} role="status">
      {band && (
        <div
          className={classes.score}
          style={{
            background: `var(--tone-${band.tone}-tint)`,
            color: `var(--tone-${band.tone}-text)`,
          }}
        >
          <span className={classes.scoreNumber}>{call.npsScore}</span>
          <span className={classes.scoreBand}>
            <band.icon size="1.1em" aria-hidden /> {band.word}
          </span>
        </div>
      )}
      <div className={classes.findings}>
        {call.status === 'completed' && call.outcome !== 'answered' && call.outcome && (
          <strong>{outcomeWords[call.outcome]}</strong>
        )}
        {call.feedbackSummary && <Text inherit>{call.feedbackSummary}</Text>}
        <Mentions words={call.positiveMentions} title={stageWords.praised} tone="good" />
        <Mentions words={call.areasToImprove} title={stageWords.improve} tone="missed" />
        {call.outcome === 'opted_out' && <Text inherit>{stageWords.optedOut}</Text>}
        {whatNext && <Text inherit>{whatNext}</Text>}
        {other && (
          <Button
            variant="default"
            size="compact-md"
            w="fit-content"
            loading={other.isPending}
            onClick={other.run}
          >
            {other.label}
          </Button>
        )}
        {sight === 'all' && (
          <Anchor
            inherit
            renderRoot={(props) => (
              <Link
                {...props}
                to="/"
                search={{ tab: tabOf(call.status) ?? undefined, call: call.id }}
              />
            )}
          >
            {stageWords.openCall}
          </Anchor>
        )}
      </div>
    </div>
  )
}

function Mentions(props: { words: readonly string[]; title: string; tone: 'good' | 'missed' }) {
  const { words, title, tone } = props
  if (words.length === 0) return null
  const IconOf = tone === 'good' ? IconMoodSmile : IconTool
  return (
    <Group gap={6} role="group" aria-label={title}>
      <span className={classes.small}>{title}</span>
      {words.map((word) => (
        <Badge
          key={word}
          size="lg"
          tt="none"
          style={{ background: `var(--tone-${tone}-tint)`, color: `var(--tone-${tone}-text)` }}
          leftSection={<IconOf size={14} aria-hidden />}
        >
          {word}
        </Badge>
      ))}
    </Group>
  )
}
