import { Button, EmptyState, Skeleton, Stack, VisuallyHidden } from '@mantine/core'
import { IconPhoneOff } from '@tabler/icons-react'
import type { CallDetail } from '../../../../server/domain/call.schema.ts'
import { isWaiting } from '../../../../server/domain/call-status.ts'
import { FailureNotice } from '../../../components/FailureNotice.tsx'
import { failureCode, failureReason } from '../../../components/failure-reason.ts'
import { t } from '../../../i18n/t.ts'
import { trpc } from '../../../lib/trpc.ts'
import classes from '../CallDetailPanel.module.css'
import { useCallActions } from '../call-actions-context.tsx'
import { CallFacts } from './CallFacts.tsx'
import { CallFeedback } from './CallFeedback.tsx'
import { CallHeader } from './CallHeader.tsx'
import { CallHistory } from './CallHistory.tsx'
import { CaseNote } from './CaseNote.tsx'
import { NotesEditor } from './NotesEditor.tsx'
import { Recording } from './Recording.tsx'
import { ShownWordsProvider } from './shown-words.tsx'
import { TagsEditor } from './TagsEditor.tsx'
import { useFreshHistory } from './use-call-history.ts'
import { WhyNotNow } from './WhyNotNow.tsx'

export type CallDetailContentProps = { callId: string; onClose: () => void }

export function CallDetailContent({ callId, onClose }: CallDetailContentProps) {
  const { expect } = useCallActions()
  const query = trpc.calls.byId.useQuery({ id: callId })
  if (query.data) {
    return (
      <div className={classes.content}>
        <CallHeader call={expect(query.data)} />
        <CallSections call={expect(query.data)} />
      </div>
    )
  }
  if (query.isPending) return <DetailSkeleton />
  if (failureCode(query.error) === 'NOT_FOUND') return <NoSuchCall onClose={onClose} />
  return (
    <FailureNotice
      title={t('The call could not be loaded')}
      message={failureReason(query.error)}
      onRetry={() => void query.refetch()}
      isRetrying={query.isFetching}
    />
  )
}

function CallSections({ call }: { call: CallDetail }) {
  useFreshHistory(call)
  return (
    <>
      {isWaiting(call.status) && call.dueAt !== null && <WhyNotNow call={call} />}
      <ShownWordsProvider key={call.id} call={call}>
        <CallFeedback call={call} />
        <Recording call={call} />
      </ShownWordsProvider>
      <CaseNote call={call} />
      <CallFacts call={call} />
      <TagsEditor call={call} />
      <NotesEditor call={call} />
      <CallHistory call={call} />
    </>
  )
}

function NoSuchCall({ onClose }: { onClose: () => void }) {
  return (
    <EmptyState
      p="xl"
      icon={<IconPhoneOff aria-hidden />}
      title={t('This call is not here')}
      description={t('It may have been deleted, or the address belongs to another organization.')}
    >
      <EmptyState.Actions>
        <Button variant="light" onClick={onClose}>
          {t('Back to the list')}
        </Button>
      </EmptyState.Actions>
    </EmptyState>
  )
}

function DetailSkeleton() {
  return (
    <Stack p="lg" gap="md" aria-busy>
      <VisuallyHidden role="status">{t('Loading the call')}</VisuallyHidden>
      <Skeleton height={28} width="60%" />
      <Skeleton height={20} width="40%" />
      <Skeleton height={120} />
      <Skeleton height={180} />
    </Stack>
  )
}
