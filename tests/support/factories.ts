import { randomUUID } from 'node:crypto'
import type { Db } from '../../src/server/db/client.ts'
import type { Prisma } from '../../src/server/db/generated/client.ts'
import { callSchema } from '../../src/server/domain/call.schema.ts'
import { tabOf } from '../../src/server/domain/call-status.ts'

/** Valid rows, with overrides; each answers what it wrote. */
export async function makeOrganization(
  db: Db,
  overrides: Partial<Prisma.OrganizationUncheckedCreateInput> = {},
) {
  const slug = `org-${randomUUID()}`
  return db.organization.create({
    data: { name: 'Harbor Motors', slug, timeZone: 'America/New_York', ...overrides },
  })
}

export async function makeServiceAdvisor(db: Db, organizationId: string, name = 'Dana Whitfield') {
  return db.serviceAdvisor.upsert({
    where: { organizationId_name: { organizationId, name } },
    create: { organizationId, name },
    update: {},
  })
}

export async function makeServiceRecord(
  db: Db,
  organizationId: string,
  overrides: Partial<Prisma.ServiceRecordUncheckedCreateInput> = {},
) {
  return db.serviceRecord.create({
    data: {
      organizationId,
      externalId: `RO-${randomUUID()}`,
      customerName: 'Diego Okafor',
      customerPhone: '+14695550119',
      customerTimeZone: 'America/New_York',
      vehicleInfo: {
        make: 'Honda',
        model: 'CR-V',
        year: 2021,
        vehicleNumber: 'XBV-4517',
        vin: 'CF43ESF4DHRD2DRCJ',
      },
      serviceType: 'Annual service',
      status: 'completed',
      appointmentDate: new Date('2026-11-18T14:00:00Z'),
      completedAt: new Date('2026-11-19T15:00:00Z'),
      ...overrides,
    },
  })
}

/**
 * A call with its visit, which has the call's number and name unless `record`, which overrides the
 * visit, says otherwise; the organization's tab counts follow.
 */
export async function makeCall(
  db: Db,
  organizationId: string,
  overrides: Partial<Prisma.CallUncheckedCreateInput> & {
    record?: Partial<Prisma.ServiceRecordUncheckedCreateInput>
  } = {},
) {
  const { record: recordOverrides, ...callOverrides } = overrides
  const record = await makeServiceRecord(db, organizationId, {
    ...(callOverrides.phoneNumber && { customerPhone: callOverrides.phoneNumber }),
    ...(callOverrides.customerName && { customerName: callOverrides.customerName }),
    ...recordOverrides,
  })
  const { dueAt = new Date('2026-11-20T15:00:00Z') } = callOverrides
  const call = await db.call.create({
    data: {
      organizationId,
      serviceRecordId: record.id,
      phoneNumber: record.customerPhone,
      customerName: record.customerName,
      dueAt,
      notBefore: dueAt,
      expiresAt: new Date('2026-11-27T15:00:00Z'),
      ...callOverrides,
    },
  })
  const tab = tabOf(callSchema.shape.status.parse(call.status))
  if (tab !== null) {
    await db.organization.update({
      where: { id: organizationId },
      data: { [`${tab}Count`]: { increment: 1 } },
    })
  }
  return call
}

/** The first try of a call; how it ended stands on the call. */
export async function makeFirstAttempt(
  db: Db,
  call: { id: string; organizationId: string },
  requestedAt: Date,
) {
  return db.callAttempt.create({
    data: {
      organizationId: call.organizationId,
      callId: call.id,
      number: 1,
      placementKey: randomUUID(),
      provider: 'simulator',
      status: 'completed',
      requestedAt,
      leaseExpiresAt: requestedAt,
      scheduleConfigVersion: 1,
      gates: [],
    },
  })
}
