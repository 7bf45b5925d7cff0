import { Temporal } from 'temporal-polyfill'
import type { Db } from '../../src/server/db/client.ts'
import type { ScheduleConfigInput } from '../../src/server/domain/schedule-config.schema.ts'
import { openAllHours } from './open-hours.ts'

/** Calls to these numbers that are due now, under a schedule that allows them at any hour. */
export async function fillQueue(
  db: Db,
  input: {
    organizationId: string
    numbers: readonly string[]
    maxActiveCalls: number
    retry?: ScheduleConfigInput['retry']
  },
): Promise<void> {
  const { organizationId, numbers, maxActiveCalls, retry } = input
  await openAllHours(db, organizationId, {
    maxActiveCalls,
    ...(retry && { retry }),
    // What a test breaks on purpose is no reason to stop.
    autoPause: { failureRatio: 1, minAttempts: 1000 },
  })
  await addDueCalls(db, { organizationId, numbers })
}

/** Calls to these numbers that are due now, or as soon as `releaseCalls` lets them go. */
export async function addDueCalls(
  db: Db,
  input: { organizationId: string; numbers: readonly string[]; areKeptBack?: boolean },
): Promise<void> {
  const { organizationId, numbers, areKeptBack = false } = input
  const nowMs = Temporal.Now.instant().epochMilliseconds
  const past = new Date(nowMs - 60_000)
  const records = numbers.map((customerPhone) => ({
    id: crypto.randomUUID(),
    organizationId,
    customerPhone,
    customerTimeZone: 'UTC',
    externalId: customerPhone,
    customerName: 'Diego Okafor',
    vehicleInfo: {},
    serviceType: 'Annual service',
    status: 'completed',
    completedAt: past,
  }))
  await db.serviceRecord.createMany({ data: records })
  await db.call.createMany({
    data: records.map(({ id, customerPhone, customerName }) => ({
      organizationId,
      serviceRecordId: id,
      phoneNumber: customerPhone,
      customerName,
      dueAt: areKeptBack ? null : past,
      notBefore: past,
      expiresAt: new Date(nowMs + 86_400_000),
    })),
  })
  await db.organization.update({
    where: { id: organizationId },
    data: { readyCount: { increment: numbers.length } },
  })
}

/** Makes every call that was kept back due, all at once. */
export async function releaseCalls(db: Db): Promise<void> {
  await db.$executeRaw`
    update "Call" set "dueAt" = "notBefore" where status = 'ready' and "dueAt" is null`
}
