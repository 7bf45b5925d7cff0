import type { DbTransaction } from './client.ts'

/**
 * Has this connection plan anew. How foreign keys are checked is planned once for each connection:
 * a plan made while a table was nearly empty reads through all of an organization's rows for each
 * new one, until somebody analyzes the table.
 */
export async function forgetPlans(tx: DbTransaction): Promise<void> {
  await tx.$executeRaw`discard plans`
}
