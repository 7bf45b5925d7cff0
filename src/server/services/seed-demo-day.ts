import { inOrganization } from '../db/in-organization.ts'
import type { Deps } from '../deps.ts'
import { systemActor } from '../domain/actor.ts'
import { lockForSample, putSampleDay } from './put-sample-day.ts'

/**
 * Gives a demo organization a believable day, once: one that has any visit is left as it is, so is
 * one whose sample was removed, and one that is not for demos. Answers whether it did. The
 * organization moves to a zone where it is working time now.
 */
export async function seedDemoDay(
  deps: Pick<Deps, 'db' | 'clock'>,
  input: { organizationId: string; seed?: string },
): Promise<boolean> {
  const { organizationId } = input
  return inOrganization(deps.db, organizationId, async (tx) => {
    const found = await lockForSample(tx, organizationId)
    const { isDemo, lowScore, hasVisits, sampleLoadedAt } = found
    if (!isDemo || hasVisits || sampleLoadedAt !== null) return false
    const now = deps.clock.now()
    const seed = input.seed ?? organizationId
    await putSampleDay(tx, {
      organizationId,
      isDemo,
      lowScore,
      now,
      actor: systemActor,
      seed,
    })
    return true
  })
}
