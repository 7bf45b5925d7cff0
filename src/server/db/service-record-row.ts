import type { VehicleInfo } from '../domain/call.schema.ts'
import { type ServiceRecord, serviceRecordSchema } from '../domain/service-record.schema.ts'
import { type DbSession, type Sql, sql } from './client.ts'

type ServiceRecordRow = Omit<
  ServiceRecord,
  'appointmentDate' | 'completedAt' | 'createdAt' | 'updatedAt' | 'vehicleInfo'
> & {
  vehicleInfo: unknown
  appointmentDate: Date | null
  completedAt: Date | null
  createdAt: Date
  updatedAt: Date
}

/** The visits that `condition` picks, as they go over the wire; `s` record, `a` advisor. */
export async function selectServiceRecords(
  session: DbSession,
  condition: Sql,
  rest: Sql = sql``,
): Promise<ServiceRecord[]> {
  const rows = await session.$queryRaw<ServiceRecordRow[]>`
    select s.id, s."organizationId", s."externalId", s."customerName", s."customerPhone",
      s."customerTimeZone", s."vehicleInfo", s."serviceType", s.status, s."appointmentDate",
      s."completedAt", s."serviceAdvisorId", a.name as "serviceAdvisorName", s.rating, s.feedback,
      s."overallFeedback", s."positiveMentions", s."areasToImprove", s."isDemo", s."createdAt",
      s."updatedAt"
    from "ServiceRecord" s
    left join "ServiceAdvisor" a
      on a."organizationId" = s."organizationId" and a.id = s."serviceAdvisorId"
    where ${condition} ${rest}`
  return rows.map(toServiceRecord)
}

function toServiceRecord(row: ServiceRecordRow): ServiceRecord {
  const vehicleInfo = serviceRecordSchema.shape.vehicleInfo.safeParse(row.vehicleInfo)
  return {
    ...row,
    vehicleInfo: vehicleInfo.success ? vehicleInfo.data : nothingKnown,
    appointmentDate: row.appointmentDate?.toISOString() ?? null,
    completedAt: row.completedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}

/** A visit of whose vehicle nothing was told. */
export const nothingKnown: VehicleInfo = {
  make: null,
  model: null,
  year: null,
  vehicleNumber: null,
  vin: null,
}
