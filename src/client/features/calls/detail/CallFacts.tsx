import { DataList } from '@mantine/core'
import type { ReactNode } from 'react'
import type { CallDetail } from '../../../../server/domain/call.schema.ts'
import { PhoneNumber } from '../../../components/PhoneNumber.tsx'
import { t } from '../../../i18n/t.ts'
import { formatDuration } from '../../../lib/format-time.ts'
import { useCallClock } from '../call-clock.tsx'
import { vehicleModel } from '../vehicle-words.ts'
import { Section } from './Section.tsx'
import { theirTime } from './their-time.ts'

export function CallFacts({ call }: { call: CallDetail }) {
  const clock = useCallClock()
  const { vehicleInfo } = call
  return (
    <>
      <Section title={t('Customer and vehicle')}>
        <Facts
          facts={[
            [t('Phone number'), <PhoneNumber key="phone" value={call.phoneNumber} />],
            [t('Their time'), theirTime(call, clock)],
            [t('Vehicle number'), vehicleInfo.vehicleNumber],
            [t('Vehicle'), vehicleModel(vehicleInfo)],
            [t('VIN'), vehicleInfo.vin],
          ]}
        />
      </Section>
      <Section title={t('Visit and call')}>
        <Facts
          facts={[
            [t('Service advisor'), call.serviceAdvisorName],
            [t('Service type'), call.serviceType],
            [t('Order'), call.externalId],
            [t('Visit ended'), call.serviceCompletedAt && clock.fully(call.serviceCompletedAt)],
            [t('Campaign'), call.campaignName],
            [t('Spoken by'), call.agentName],
            [t('Due'), call.dueAt && clock.fully(call.dueAt)],
            [t('Started'), call.startTime && clock.fully(call.startTime)],
            [t('Ended|a call'), call.endTime && clock.fully(call.endTime)],
            [t('Talked'), call.durationSec === null ? null : formatDuration(call.durationSec)],
            [t('Not later than'), call.dueAt && call.expiresAt && clock.fully(call.expiresAt)],
          ]}
        />
      </Section>
    </>
  )
}

/** Facts that are not known are left out. */
function Facts({ facts }: { facts: [label: string, value: ReactNode][] }) {
  return (
    <DataList gap={6} labelWidth="9.25rem">
      {facts
        .filter(([, value]) => value !== null && value !== '')
        .map(([label, value]) => (
          <DataList.Item key={label}>
            <DataList.ItemLabel>{label}</DataList.ItemLabel>
            <DataList.ItemValue>{value}</DataList.ItemValue>
          </DataList.Item>
        ))}
    </DataList>
  )
}
