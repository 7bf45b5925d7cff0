import { randomInt } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { appendFeedEvents, feedChangeOf } from '../db/append-feed-events.ts'
import { readCalls } from '../db/call-row.ts'
import type { DbTransaction } from '../db/client.ts'
import { findOrCreateAdvisors } from '../db/find-or-create-advisors.ts'
import { inOrganization } from '../db/in-organization.ts'
import { toDate } from '../db/instants.ts'
import { unknownVehicle } from '../db/vehicle-info.ts'
import type { Deps } from '../deps.ts'
import type { Actor } from '../domain/actor.ts'
import type { Call } from '../domain/call.schema.ts'
import type { DemoCreate } from '../domain/demo.schema.ts'
import { DomainError, fieldError } from '../domain/errors.ts'
import type { StageCreate } from '../domain/stage.schema.ts'
import { noCounts } from '../domain/tab-counts.ts'
import { demoScenarios, keptScenario } from '../telephony/simulator/scenarios.ts'
import { keptStaged, stagedScenarios } from '../telephony/simulator/stage-scenarios.ts'
import { readGivenNumber } from './read-given-number.ts'
import { recordAudit } from './record-audit.ts'

/**
 * Sets up a demo call with a visit of its own. It is due at no time: only `initiateDemoCall` starts
 * it. Throws `invalid_input` for a scenario or number that cannot be.
 */
export async function createDemoCall(
  deps: CreateDeps,
  by: { organizationId: string; actor: Actor },
  input: DemoCreate,
): Promise<Call> {
  const scenario = demoScenarios.find(({ id }) => id === input.scenarioId)
  if (scenario === undefined) throw noSuchScenario()
  return insertDemoCall(deps, by, {
    ...input,
    demoScenario: keptScenario(scenario.id, input.isHostile),
  })
}

/** As `createDemoCall`, for a call that goes on only when the stage tells it to. */
export async function createStagedCall(
  deps: CreateDeps,
  by: { organizationId: string; actor: Actor },
  input: StageCreate,
): Promise<Call> {
  const scenario = stagedScenarios.find(({ id }) => id === input.scenarioId)
  if (scenario === undefined) throw noSuchScenario()
  const demoScenario = keptStaged(scenario)
  const vehicle = { make: 'Toyota', model: 'Corolla', year: 2021, vehicleNumber: 'DEM-0001' }
  return insertDemoCall(deps, by, { ...input, isHostile: false, vehicle, demoScenario })
}

type CreateDeps = Pick<Deps, 'db' | 'clock' | 'feed'>

async function insertDemoCall(
  deps: CreateDeps,
  by: { organizationId: string; actor: Actor },
  input: DemoCreate & { demoScenario: string },
): Promise<Call> {
  const { organizationId } = by
  const originEntryId = uuidv7()
  const call = await inOrganization(deps.db, organizationId, async (tx) => {
    const now = toDate(deps.clock.now())
    const { phoneNumber: written } = input
    const phoneNumber =
      written === undefined ? fictionalNumber() : await readGivenNumber(tx, organizationId, written)
    const serviceRecordId = await insertVisit(tx, { ...input, organizationId, phoneNumber, now })
    const { id } = await tx.call.create({
      data: {
        id: uuidv7(),
        organizationId,
        serviceRecordId,
        phoneNumber,
        customerName: input.customerName,
        isDemo: true,
        demoScenario: input.demoScenario,
        originEntryId,
        createdAt: now,
        updatedAt: now,
      },
      select: { id: true },
    })
    const [row] = await readCalls(tx, organizationId, [id])
    if (row === undefined) throw new DomainError('not_found', 'The call is gone.')
    await appendFeedEvents(tx, {
      organizationId,
      changes: [feedChangeOf(row)],
      countDelta: { ...noCounts, ready: 1 },
      now,
    })
    await recordAudit(tx, {
      ...by,
      id: originEntryId,
      action: 'demo_call.created',
      subjectType: 'call',
      subjectId: id,
      after: { scenarioId: input.scenarioId, isHostile: input.isHostile },
      now: deps.clock.now(),
    })
    return row
  })
  deps.feed.announce(organizationId)
  return call
}

/** The numbers 555-0100 to 555-0199 are kept for fiction in every area code (NANPA). */
const fictionalNumber = () => `+1212555${String(randomInt(100, 200)).padStart(4, '0')}`

async function insertVisit(
  tx: DbTransaction,
  visit: DemoCreate & { organizationId: string; phoneNumber: string; now: Date },
): Promise<string> {
  const { organizationId, now } = visit
  const names = visit.serviceAdvisorName ? [visit.serviceAdvisorName] : []
  const [serviceAdvisorId] = (await findOrCreateAdvisors(tx, organizationId, names)).values()
  const id = uuidv7()
  await tx.serviceRecord.create({
    data: {
      id,
      organizationId,
      externalId: `DEMO-${id.slice(-12)}`,
      customerName: visit.customerName,
      customerPhone: visit.phoneNumber,
      vehicleInfo: { ...unknownVehicle, ...visit.vehicle },
      serviceType: visit.serviceType ?? 'Annual service',
      status: 'completed',
      completedAt: now,
      serviceAdvisorId: serviceAdvisorId ?? null,
      isDemo: true,
      createdAt: now,
      updatedAt: now,
    },
  })
  return id
}

const noSuchScenario = () =>
  fieldError('invalid_input', 'scenarioId', 'There is no scenario with this id.')
