import { Skeleton, Text } from '@mantine/core'
import type { CallDetail } from '../../../../server/domain/call.schema.ts'
import { FailureNotice } from '../../../components/FailureNotice.tsx'
import { failureReason } from '../../../components/failure-reason.ts'
import { t } from '../../../i18n/t.ts'
import { CallEdits } from './CallEdits.tsx'
import { CustomerVisits } from './CustomerVisits.tsx'
import { Section } from './Section.tsx'
import { useCallHistory } from './use-call-history.ts'

/** What lies around a call: who changed it, and its customer's other visits. */
export function CallHistory({ call }: { call: Pick<CallDetail, 'id'> }) {
  const query = useCallHistory(call)
  if (query.data) {
    return (
      <>
        <CallEdits edits={query.data.edits} hasMore={query.data.hasMoreEdits} />
        <CustomerVisits visits={query.data.visits} hasMore={query.data.hasMoreVisits} />
      </>
    )
  }
  return (
    <Section title={t('Changes and other visits')}>
      {query.isPending ? (
        <div aria-busy>
          <Text size="sm" c="dimmed" mb={6}>
            {t('Loading')}
          </Text>
          <Skeleton height={40} />
        </div>
      ) : (
        <FailureNotice
          title={t('They could not be loaded')}
          message={failureReason(query.error)}
          onRetry={() => void query.refetch()}
          isRetrying={query.isFetching}
        />
      )}
    </Section>
  )
}
