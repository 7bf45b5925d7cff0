import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import type { Db } from '../../src/server/db/client.ts'
import { callOutcomes } from '../../src/server/domain/call-status.ts'
import { makeServiceAdvisor } from './factories.ts'

/**
 * Calls of every kind that ended within fifty days from 2026-09-25 on, some of a sample, some about a
 * visit that others ask about too, and what was left of four customers who were erased.
 */
export async function makeCallsOfWeeks(
  db: Db,
  organizationId: string,
  { seed, praises }: { seed: number; praises: readonly string[] },
): Promise<void> {
  const advisors = await Promise.all(
    ['Dana', 'Émile', 'Zed'].map((name) => makeServiceAdvisor(db, organizationId, name)),
  )
  const from = Date.parse('2026-09-25T00:00:00Z')
  const stories = fc.sample(
    fc.record({
      endedMin: fc.integer({ min: 0, max: 50 * 24 * 60 }),
      triedMin: fc.integer({ min: 1, max: 3 * 24 * 60 }),
      status: fc.constantFrom(
        'completed',
        'completed',
        'completed',
        'missed',
        'failed',
        'canceled',
      ),
      outcome: fc.constantFrom(...callOutcomes, null, null, null),
      isAgain: fc.integer({ min: 0, max: 3 }).map((at) => at === 0),
      isSample: fc.integer({ min: 0, max: 4 }).map((at) => at === 0),
      npsScore: fc.option(fc.integer({ min: 0, max: 10 }), { freq: 6 }),
      attemptCount: fc.integer({ min: 0, max: 3 }),
      isDemo: fc.integer({ min: 0, max: 9 }).map((at) => at === 0),
      hasNext: fc.boolean(),
      advisor: fc.constantFrom(...advisors.map(({ id }) => id), null),
      serviceType: fc.constantFrom('Oil', 'Brakes', '12', 'Tyres & =rims'),
      make: fc.constantFrom('Kia', 'Škoda', '00', null),
      positiveMentions: fc.subarray([...praises, 'Fair price']),
      areasToImprove: fc.subarray(['Price', 'Long wait']),
    }),
    { numRuns: 500, seed },
  )
  const visits = stories.map((story) => ({ ...story, recordId: randomUUID() }))
  let last = visits[0]
  const rows = visits.map((story) => {
    // Each demo call has a visit of its own.
    if (!story.isAgain || story.isDemo || last?.isDemo) last = story
    return { ...story, id: randomUUID(), recordId: last?.recordId ?? story.recordId }
  })
  await db.organization.update({
    where: { id: organizationId },
    data: { sampleLoadedAt: new Date(from) },
  })
  await db.serviceRecord.createMany({
    data: visits.map(({ recordId, advisor, make, ...row }) => ({
      id: recordId,
      organizationId,
      externalId: recordId,
      customerName: 'Diego Okafor',
      customerPhone: '+14695550119',
      status: 'completed',
      serviceAdvisorId: advisor,
      serviceType: row.serviceType,
      isSample: row.isSample,
      positiveMentions: row.positiveMentions,
      areasToImprove: row.areasToImprove,
      vehicleInfo: { make, model: null, year: null, vehicleNumber: null, vin: null },
    })),
  })
  const at = (minutes: number) => new Date(from + minutes * 60_000)
  await db.call.createMany({
    data: rows.map(({ id, recordId, endedMin, hasNext, ...row }) => ({
      id,
      organizationId,
      serviceRecordId: recordId,
      status: row.status,
      outcome: row.outcome,
      npsScore: row.npsScore,
      attemptCount: row.attemptCount,
      isDemo: row.isDemo,
      phoneNumber: '+14695550119',
      customerName: 'Diego Okafor',
      endTime: at(endedMin),
      dueAt: hasNext ? at(endedMin) : null,
    })),
  })
  const tried = rows.filter(({ attemptCount }) => attemptCount > 0)
  await db.callAttempt.createMany({
    data: tried.flatMap(({ id, endedMin, triedMin, attemptCount }) =>
      Array.from({ length: attemptCount }, (_, i) => ({
        organizationId,
        callId: id,
        number: i + 1,
        placementKey: randomUUID(),
        gates: [],
        provider: 'simulator',
        status: 'missed',
        scheduleConfigVersion: 1,
        requestedAt: at(endedMin - triedMin + i),
        leaseExpiresAt: at(endedMin),
      })),
    ),
  })
  await db.erasedAnswer.createMany({
    data: ['2026-10-19', '2026-10-20', '2026-11-08', '2026-11-09'].map((day) => ({
      organizationId,
      answeredOn: new Date(day),
      npsScore: 3,
    })),
  })
}
