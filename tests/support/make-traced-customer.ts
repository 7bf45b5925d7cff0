import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { AppWorld } from './app-world.ts'
import { makeCall, makeServiceAdvisor } from './factories.ts'

let customers = 0

/**
 * A customer whose every trace carries a word of its own: of one completed call with all that can
 * hang on it, one that waits, and one that somebody deleted.
 */
export async function makeTracedCustomer(
  { organizationId, db }: AppWorld,
  { caller, recordingsDir }: { caller: AppWorld['caller']; recordingsDir: string },
) {
  customers += 1
  const canary = `Zq${customers}Canary`
  const phoneNumber = `+1469555${String(1000 + customers)}`
  const advisor = await makeServiceAdvisor(db, organizationId)
  const record = {
    customerName: `${canary} name`,
    customerPhone: phoneNumber,
    serviceAdvisorId: advisor.id,
    vehicleInfo: { make: 'Honda', model: 'CR-V', vin: `${canary} vin`, vehicleNumber: canary },
    feedback: `${canary} feedback`,
    overallFeedback: `${canary} overall`,
    positiveMentions: [`${canary} praise`],
    areasToImprove: [`${canary} blame`],
  }
  const make = (of: Parameters<typeof makeCall>[2]) =>
    makeCall(db, organizationId, {
      ...of,
      record: { ...record, externalId: `${canary} ${customers++}` },
    })
  const completed = await make({
    status: 'completed',
    outcome: 'answered',
    npsScore: 9,
    rating: 5,
    dueAt: null,
    endTime: new Date('2026-11-20T03:30:00Z'),
    callReason: `${canary} reason`,
    feedbackSummary: `${canary} summary`,
    tags: [canary],
  })
  const waiting = await make({})
  const deleted = await make({})
  const of = { organizationId, callId: completed.id }
  const endedAt = new Date('2026-11-20T03:30:00Z')
  await db.case.create({
    data: {
      ...of,
      openedAt: endedAt,
      dueAt: endedAt,
      closedAt: endedAt,
      resolution: `${canary} called back`,
      closedByName: 'Robin',
    },
  })
  const { id: endpointId } = await db.webhookEndpoint.create({
    data: { organizationId, url: 'https://x.test/', events: [], secret: 'whsec_' },
  })
  await db.webhookDelivery.create({
    data: { ...of, endpointId, event: 'x', body: `${canary} body`, createdAt: endedAt },
  })
  await db.callAttempt.create({
    data: {
      ...of,
      number: 1,
      placementKey: `${canary} key`,
      provider: 'simulator',
      providerCallId: `${canary} id`,
      status: 'completed',
      outcome: 'answered',
      requestedAt: new Date('2026-11-20T03:00:00Z'),
      leaseExpiresAt: new Date('2026-11-20T03:01:00Z'),
      scheduleConfigVersion: 1,
      gates: [],
      history: [{ event: canary }],
    },
  })
  const segments = [{ speaker: 'customer', text: `${canary} said`, startMs: 0, endMs: 900 }]
  const evidence = [
    { about: 'praise', mention: `${canary} praise`, segmentIndex: 0, quote: `${canary} said` },
  ]
  await db.transcript.create({ data: { ...of, language: 'en', segments, evidence } })
  const storageKey = `${canary}.mp3`
  await writeFile(path.join(recordingsDir, storageKey), `${canary} voice`)
  const media = { mediaType: 'audio/mpeg', durationMs: 900 }
  await db.audioFile.createMany({
    data: [
      { ...of, ...media, storageKey },
      { ...of, ...media, storageKey: 'bundled/en-opt-out.mp3' },
    ],
  })
  const q = `${canary} name`
  await caller.savedViews.save({ tab: 'ready', name: `${canary} again`, address: { q } })
  // Into the feed and the log, as people do it.
  for (const { id } of [completed, waiting, deleted]) {
    await caller.calls.update({ id, notes: `${canary} notes` })
  }
  await caller.calls.delete({ id: deleted.id })
  return {
    canary,
    phoneNumber,
    callIds: [completed.id, waiting.id],
    storageKey,
    completed,
    waiting,
  }
}
