import { Skeleton, Text } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { CallDetail } from '../../../../server/domain/call.schema.ts'
import { FailureNotice } from '../../../components/FailureNotice.tsx'
import { failureReason } from '../../../components/failure-reason.ts'
import { trpc } from '../../../lib/trpc.ts'
import { CallEdits } from './CallEdits.tsx'
import { CustomerVisits } from './CustomerVisits.tsx'
import { Section } from './Section.tsx'

/** What lies around a call: who changed it, and its customer's other visits. */
export function CallHistory({ call }: { call: Pick<CallDetail, 'id' | 'version'> }) {
  const query = trpc.calls.history.useQuery({ id: call.id })
  const { refetch } = query
  const seen = useRef(call.version)
  useEffect(() => {
    // The feed carries the call, not who changed it.
    if (seen.current === call.version) return
    seen.current = call.version
    void refetch()
  }, [call.version, refetch])

  if (query.data) {
    return (
      <>
        <CallEdits edits={query.data.edits} hasMore={query.data.hasMoreEdits} />
        <CustomerVisits visits={query.data.visits} hasMore={query.data.hasMoreVisits} />
      </>
    )
  }
  return (
    <Section title="Changes and other visits">
      {query.isPending ? (
        <div aria-busy>
          <Text size="sm" c="dimmed" mb={6}>
            Loading
          </Text>
          <Skeleton height={40} />
        </div>
      ) : (
        <FailureNotice
          title="They could not be loaded"
          message={failureReason(query.error)}
          onRetry={() => void query.refetch()}
          isRetrying={query.isFetching}
        />
      )}
    </Section>
  )
}
