import { inOrganization } from '../db/in-organization.ts'
import { readStagedCall } from '../db/read-staged-call.ts'
import type { Deps } from '../deps.ts'
import { DomainError } from '../domain/errors.ts'
import type { Sight } from '../domain/rights.ts'
import { actOf, stagedScenarioOf } from '../telephony/simulator/stage-scenarios.ts'
import { noSuchCall } from './change-call.ts'

export type StageTarget = { organizationId: string; sight: Sight; callId: string }

/**
 * A call that was made for the stage, on the line, with what its present attempt is to be. Throws
 * `not_found` for what is out of sight, and `conflict` for a call that goes on by itself or whose
 * line is not open yet.
 */
export async function findStagedCall(
  { db }: Pick<Deps, 'db'>,
  { organizationId, sight, callId }: StageTarget,
) {
  const target = { organizationId, callId }
  const call = await inOrganization(db, organizationId, (tx) => readStagedCall(tx, target), {
    sight,
  })
  if (call === null) throw noSuchCall()
  const scenario = call.isDemo ? stagedScenarioOf(call.demoScenario) : null
  if (scenario === null) {
    throw new DomainError('conflict', 'This call goes on by itself; it was not made for the stage.')
  }
  const { placementKey, providerCallId, number, answeredAt } = call.attempt ?? {}
  if (!placementKey || !providerCallId || number === undefined) {
    throw new DomainError('conflict', 'This call has no open line yet.')
  }
  const { status } = call
  const act = actOf(scenario, number)
  return { status, scenario, act, placementKey, providerCallId, answeredAt: answeredAt ?? null }
}
