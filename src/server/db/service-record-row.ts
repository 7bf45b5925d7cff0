import type { ServiceRecord } from '../domain/service-record.schema.ts'
import { type DbSession, type Sql, sql } from './client.ts'
import { toVehicleInfo } from './vehicle-info.ts'

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
  return {
    ...row,
    vehicleInfo: toVehicleInfo(row.vehicleInfo),
    appointmentDate: row.appointmentDate?.toISOString() ?? null,
    completedAt: row.completedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}
