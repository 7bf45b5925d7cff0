import { type Sql, sql } from './client.ts'

/** A conversation that could be read, or a score or a summary that a person wrote. */
const hasFeedback = (call: Sql): Sql => sql`(${call}."npsScore" is not null
  or ${call}."feedbackSummary" is not null
  or exists (select from "Transcript" t
    where t."organizationId" = ${call}."organizationId" and t."callId" = ${call}.id))`

/**
 * Whether the call `c` is the newest of its visit that was answered with feedback, or, where none
 * brought any, the newest answered. What is praised and blamed lies on the visit, as whoever was
 * asked last said it, so it is counted with that call alone: an answer without a word said none of it.
 */
export const isNewestAnswered: Sql = sql`(c.status = 'completed' and not exists (
  select from "Call" n
  where n."organizationId" = c."organizationId" and n."serviceRecordId" = c."serviceRecordId"
    and n.status = 'completed' and n.id <> c.id
    and (${hasFeedback(sql`n`)}, n."endTime", n.id) > (${hasFeedback(sql`c`)}, c."endTime", c.id)))`
