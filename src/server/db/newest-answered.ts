import { type Sql, sql } from './client.ts'

/**
 * Whether the call `c` is the newest of its visit that was answered. What is praised and blamed lies
 * on the visit, as whoever was asked last said it, so it is counted with that call alone.
 */
export const isNewestAnswered: Sql = sql`(c.status = 'completed' and not exists (
  select from "Call" n
  where n."organizationId" = c."organizationId" and n."serviceRecordId" = c."serviceRecordId"
    and n.status = 'completed' and (n."endTime", n.id) > (c."endTime", c.id)))`
