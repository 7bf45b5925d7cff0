import { Button, Collapse, Skeleton, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconCircleCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { CallDetail } from '../../../../server/domain/call.schema.ts'
import { FailureNotice } from '../../../components/FailureNotice.tsx'
import { failureReason } from '../../../components/failure-reason.ts'
import { plural, t } from '../../../i18n/t.ts'
import { trpc } from '../../../lib/trpc.ts'
import { useCallClock } from '../call-clock.tsx'
import { GateList } from './GateList.tsx'
import { Section } from './Section.tsx'

// Gates open as time passes, which no feed tells.
const ASK_AGAIN_MS = 20_000

/** Every rule that is asked before this call is placed: the closed ones first, with their reason. */
export function WhyNotNow({ call }: { call: CallDetail }) {
  return (
    <WhyNotNowAnswer callId={call.id}>
      {(title, content) => <Section title={title}>{content}</Section>}
    </WhyNotNowAnswer>
  )
}

type WhyNotNowAnswerProps = {
  callId: string
  /** How the answer is laid out. */
  children: (title: string, content: ReactNode) => ReactNode
}

/** The same for wherever else it is asked; nothing is asked before it is drawn. */
export function WhyNotNowAnswer({ callId, children }: WhyNotNowAnswerProps) {
  const { when } = useCallClock()
  const [isUnfolded, { toggle }] = useDisclosure(false)
  const query = trpc.calls.whyNotNow.useQuery(
    { id: callId },
    { refetchInterval: ASK_AGAIN_MS, staleTime: 0 },
  )
  if (query.isPending) return children(t('Why not now?'), <Skeleton height={64} />)
  if (!query.data) {
    return (
      <FailureNotice
        title={t('The rules could not be asked')}
        message={failureReason(query.error)}
        onRetry={() => void query.refetch()}
        isRetrying={query.isFetching}
      />
    )
  }
  const { eligible, gates } = query.data
  const closed = gates.filter(({ pass }) => !pass)
  const open = gates.filter(({ pass }) => pass)
  return children(
    eligible ? t('Why now?') : t('Why not now?'),
    <>
      <Text size="sm" mb="xs">
        {answerWords(query.data, when)}
      </Text>
      <GateList gates={closed} />
      {open.length > 0 && (
        <>
          <Button
            variant="subtle"
            size="compact-sm"
            ml={-8}
            leftSection={<IconCircleCheck size={16} aria-hidden />}
            onClick={toggle}
            aria-expanded={isUnfolded}
          >
            {plural(open.length, 'One rule allows it', '{n} rules allow it')}
          </Button>
          <Collapse expanded={isUnfolded}>
            <GateList gates={open} />
          </Collapse>
        </>
      )}
    </>,
  )
}

type Answer = {
  eligible: boolean
  nextEligibleAt: string | null
  releasedBy: string | null
  waitsForLineFrom: string | null
  evaluatedAt: string
}

function answerWords(answer: Answer, when: (at: string) => string): string {
  const { nextEligibleAt, waitsForLineFrom } = answer
  if (answer.eligible) {
    return t('Every rule allows this call. It is placed as soon as a line is free.')
  }
  if (answer.releasedBy) {
    return t('Nothing holds this call any more. It is let go within half a minute.')
  }
  if (nextEligibleAt) return t('May be placed from {when}.', { when: when(nextEligibleAt) })
  if (!waitsForLineFrom) return t('Does not open by itself; somebody has to act.')
  return waitsForLineFrom > answer.evaluatedAt
    ? t('Placed from {when}, once a line is free.', { when: when(waitsForLineFrom) })
    : t('Placed as soon as a line is free.')
}
