import { type Sql, sql } from './client.ts'

/**
 * Whether the visit `s` came with the product into a real organization `o`: its customer is
 * invented, and is neither told to other programs, kept beyond the sample, nor mixed with the
 * organization's own in one call. Figures count it while it is here, and say so (decision 18). In an
 * organization for demonstrations samples are as good as any other visit.
 */
export const isInvented: Sql = sql`(s."isSample" and not o."isDemo")`

/** The same where there is no `o`; of which most visits need none. */
export const isOfSample: Sql = sql`case when s."isSample" then (select not r."isDemo"
  from "Organization" r where r.id = s."organizationId") else false end`
