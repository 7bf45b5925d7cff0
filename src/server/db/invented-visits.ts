import { type Sql, sql } from './client.ts'

/**
 * Whether the visit `s` came with the product into a real organization `o`: its customer is
 * invented, and is neither counted, told to other programs nor mixed with the organization's own.
 * In an organization for demonstrations samples are as good as any other visit.
 */
export const isInvented: Sql = sql`(s."isSample" and not o."isDemo")`
