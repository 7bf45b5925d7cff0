import { Group, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { CustomerVisit } from '../../../../server/domain/call-history.schema.ts'
import { NpsBadge } from '../../../components/NpsBadge.tsx'
import { StatusBadge } from '../../../components/StatusBadge.tsx'
import { t } from '../../../i18n/t.ts'
import { useCallClock } from '../call-clock.tsx'
import { vehicleModel } from '../vehicle-words.ts'
import classes from './CallHistory.module.css'
import { Section } from './Section.tsx'

type CustomerVisitsProps = { visits: readonly CustomerVisit[]; hasMore: boolean }

/** The other visits under this customer's number, each leading to the call about it. */
export function CustomerVisits({ visits, hasMore }: CustomerVisitsProps) {
  return (
    <Section title={t('Other visits of this customer')}>
      {visits.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('No other visit under this number.')}
        </Text>
      ) : (
        <ul className={classes.list}>
          {visits.map((visit) => (
            <li key={visit.serviceRecordId}>
              <VisitLine visit={visit} />
            </li>
          ))}
        </ul>
      )}
      {hasMore && (
        <Text size="xs" c="dimmed" mt={6}>
          {t('The newest {count} are shown.', { count: visits.length })}
        </Text>
      )}
    </Section>
  )
}

function VisitLine({ visit }: { visit: CustomerVisit }) {
  const clock = useCallClock()
  const { call, serviceType, completedAt, vehicleInfo, externalId } = visit
  const about = [completedAt && clock.when(completedAt), vehicleModel(vehicleInfo), externalId]
  return (
    <>
      <Group gap="xs">
        {call === null ? (
          <Text size="sm" fw={600}>
            {serviceType}
          </Text>
        ) : (
          <Link
            to="/"
            search={(address) => ({ ...address, call: call.id })}
            className={classes.link}
          >
            {serviceType}
          </Link>
        )}
        {call === null ? (
          <Text size="xs" c="dimmed">
            {t('No call about it')}
          </Text>
        ) : (
          <StatusBadge status={call.status} />
        )}
        {call?.npsScore != null && <NpsBadge score={call.npsScore} isShort />}
      </Group>
      <Text size="xs" c="dimmed" className="numeric">
        {about.filter(Boolean).join(' · ')}
      </Text>
      {call?.feedbackSummary && (
        <Text size="xs" className={classes.words}>
          {call.feedbackSummary}
        </Text>
      )}
    </>
  )
}
