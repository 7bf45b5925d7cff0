import type { Temporal } from 'temporal-polyfill'
import type { DbTransaction } from './client.ts'
import { type RemovedVisits, removeVisits } from './remove-visits.ts'
import { readCompanions, removeCompanions } from './sample-data.ts'

/**
 * Removes sample visits, whose answers were invented, lands own ones of their order numbers, and
 * removes last what only the samples had a use for: by then every visit has the advisor that it names.
 */
export async function replaceSamples<Landed>(
  tx: DbTransaction,
  samples: { organizationId: string; recordIds: readonly string[]; now: Temporal.Instant },
  land: () => Promise<Landed>,
): Promise<{ removed: RemovedVisits; landed: Landed }> {
  const companions = await readCompanions(tx, samples)
  const removed = await removeVisits(tx, samples)
  const landed = await land()
  await removeCompanions(tx, { organizationId: samples.organizationId, ...companions })
  return { removed, landed }
}
