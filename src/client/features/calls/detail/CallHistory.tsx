import { Skeleton, Text } from '@mantine/core'
import type { CallDetail } from '../../../../server/domain/call.schema.ts'
import { FailureNotice } from '../../../components/FailureNotice.tsx'
import { failureReason } from '../../../components/failure-reason.ts'
import { ShowOlder } from '../../../components/ShowOlder.tsx'
import { t } from '../../../i18n/t.ts'
import { CallTimeline } from './CallTimeline.tsx'
import { CustomerVisits } from './CustomerVisits.tsx'
import { useIsOnPaper } from './on-paper.ts'
import { Section } from './Section.tsx'
import { callTimeline } from './timeline.ts'
import { useCallHistory } from './use-call-history.ts'

/** What happened to a call, in order of time, and its customer's other visits. */
export function CallHistory({ call }: { call: CallDetail }) {
  const query = useCallHistory(call)
  const pages = query.data?.pages
  const [newest] = pages ?? []
  if (pages !== undefined && newest !== undefined) {
    return (
      <>
        <Section title={t('Timeline')}>
          <CallTimeline entries={callTimeline(call, pages)} older={<Older query={query} />} />
        </Section>
        <CustomerVisits visits={newest.visits} hasMore={newest.hasMoreVisits} />
      </>
    )
  }
  return (
    <Section title={t('Timeline')}>
      {query.isPending ? (
        <div aria-busy>
          <Text size="sm" c="dimmed" mb={6}>
            {t('Loading')}
          </Text>
          <Skeleton height={120} />
        </div>
      ) : (
        <>
          <CallTimeline entries={callTimeline(call, [])} older={null} />
          <FailureNotice
            title={t('Changes and other visits could not be loaded')}
            message={failureReason(query.error)}
            onRetry={() => void query.refetch()}
            isRetrying={query.isFetching}
          />
        </>
      )}
    </Section>
  )
}

function Older({ query }: { query: ReturnType<typeof useCallHistory> }) {
  if (useIsOnPaper()) {
    return (
      <Text size="xs" c="dimmed">
        {t('Older changes are in the audit log.')}
      </Text>
    )
  }
  return (
    <ShowOlder
      label={t('Show older changes')}
      isSmall
      isLoading={query.isFetchingNextPage}
      problem={query.isFetchNextPageError ? failureReason(query.error) : null}
      onMore={() => void query.fetchNextPage()}
    />
  )
}
