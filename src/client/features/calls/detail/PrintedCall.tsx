import { Group, Text, Title } from '@mantine/core'
import { createPortal } from 'react-dom'
import type { CallDetail } from '../../../../server/domain/call.schema.ts'
import { OutcomeText } from '../../../components/OutcomeText.tsx'
import { SampleMark } from '../../../components/SampleMark.tsx'
import { StatusBadge } from '../../../components/StatusBadge.tsx'
import { t } from '../../../i18n/t.ts'
import { useIsCallingStopped } from '../../../lib/is-calling-stopped.tsx'
import { trpc } from '../../../lib/trpc.ts'
import { useIsPrinting } from '../../../lib/use-is-printing.ts'
import { useLightPrint } from '../../../lib/use-light-print.ts'
import { useCallClock } from '../call-clock.tsx'
import { nextTryOf } from '../next-try.ts'
import { CallFacts } from './CallFacts.tsx'
import { CallHistory } from './CallHistory.tsx'
import { CaseNote } from './CaseNote.tsx'
import { FeedbackFindings } from './FeedbackFindings.tsx'
import { hasFindings } from './feedback-edit.ts'
import { OnPaperContext } from './on-paper.ts'
import classes from './PrintedCall.module.css'
import { PrintedTranscript } from './PrintedTranscript.tsx'
import { Section } from './Section.tsx'
import { ShownWordsProvider } from './shown-words.tsx'
import { useOriginals } from './use-call-history.ts'

/** The opened call on paper, in place of the page that it is opened on. */
export function PrintedCall({ callId }: { callId: string }) {
  useLightPrint()
  const isPrinting = useIsPrinting()
  const { data: call } = trpc.calls.byId.useQuery({ id: callId })
  if (!isPrinting || call === undefined) return null
  return createPortal(
    <OnPaperContext value={true}>
      <ShownWordsProvider call={call}>
        <div className={classes.paper} data-printed>
          <PaperContent call={call} />
        </div>
      </ShownWordsProvider>
    </OnPaperContext>,
    document.body,
  )
}

function PaperContent({ call }: { call: CallDetail }) {
  const clock = useCallClock()
  const isStopped = useIsCallingStopped()
  const originals = useOriginals(call)
  const next = call.dueAt === null ? null : nextTryOf(call, clock, isStopped).words
  const printedAt = clock.fully(new Date(clock.nowMs).toISOString())
  return (
    <>
      <header className={classes.head}>
        <Title order={1}>{call.customerName}</Title>
        <Group gap="xs" mt={4}>
          <StatusBadge status={call.status} />
          {call.outcome !== null && <OutcomeText outcome={call.outcome} />}
          {call.isSample && <SampleMark />}
          {call.endTime && <Text size="sm">{clock.fully(call.endTime)}</Text>}
          {next !== null && <Text size="sm">{next}</Text>}
        </Group>
        <Text size="xs" c="dimmed" mt={4}>
          {t('Ringback, printed {when}', { when: printedAt })}
        </Text>
      </header>
      <div className={classes.facts}>
        <CallFacts call={call} />
      </div>
      {hasFindings(call) && (
        <Section title={t('Feedback')}>
          <FeedbackFindings call={call} originals={originals} />
        </Section>
      )}
      <CaseNote call={call} />
      {call.tags.length > 0 && (
        <Section title={t('Tags')}>
          <Text size="sm">{call.tags.join(', ')}</Text>
        </Section>
      )}
      {call.notes !== null && (
        <Section title={t('Notes')}>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {call.notes}
          </Text>
        </Section>
      )}
      <CallHistory call={call} />
      {call.transcript && <PrintedTranscript transcript={call.transcript} />}
    </>
  )
}
