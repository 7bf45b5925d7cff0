import { DataList } from '@mantine/core'
import type { ReactNode } from 'react'
import type { CallDetail } from '../../../../server/domain/call.schema.ts'
import { PhoneNumber } from '../../../components/PhoneNumber.tsx'
import { formatDuration } from '../../../lib/format-time.ts'
import { type CallClock, useCallClock } from '../call-clock.tsx'
import { fullWords } from '../call-times.ts'
import { vehicleModel } from '../vehicle-words.ts'
import { Section } from './Section.tsx'

export function CallFacts({ call }: { call: CallDetail }) {
  const clock = useCallClock()
  const { vehicleInfo } = call
  return (
    <>
      <Section title="Customer and vehicle">
        <Facts
          facts={[
            ['Phone number', <PhoneNumber key="phone" value={call.phoneNumber} />],
            ['Their time', theirTime(call, clock)],
            ['Vehicle number', vehicleInfo.vehicleNumber],
            ['Vehicle', vehicleModel(vehicleInfo)],
            ['VIN', vehicleInfo.vin],
          ]}
        />
      </Section>
      <Section title="Visit and call">
        <Facts
          facts={[
            ['Service advisor', call.serviceAdvisorName],
            ['Service type', call.serviceType],
            ['Order', call.externalId],
            ['Visit ended', call.serviceCompletedAt && clock.fully(call.serviceCompletedAt)],
            ['Campaign', call.campaignName],
            ['Spoken by', call.agentName],
            ['Due', call.dueAt && clock.fully(call.dueAt)],
            ['Started', call.startTime && clock.fully(call.startTime)],
            ['Ended', call.endTime && clock.fully(call.endTime)],
            ['Talked', call.durationSec === null ? null : formatDuration(call.durationSec)],
            ['Not later than', call.dueAt && call.expiresAt && clock.fully(call.expiresAt)],
          ]}
        />
      </Section>
    </>
  )
}

function theirTime({ customerTimeZone }: CallDetail, clock: CallClock): string {
  if (customerTimeZone === null) return 'Time zone not known'
  const now = new Date(clock.nowMs).toISOString()
  const theirs = fullWords(now, { ...clock, timeZone: customerTimeZone })
  return `${theirs} (${customerTimeZone.replaceAll('_', ' ')})`
}

/** Facts that are not known are left out. */
function Facts({ facts }: { facts: [label: string, value: ReactNode][] }) {
  return (
    <DataList gap={6} labelWidth="8.5rem">
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
