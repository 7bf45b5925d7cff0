import { randomUUID } from 'node:crypto'
import type { Db } from '../../../src/server/db/client.ts'
import { makeCall, makeOrganization, makeServiceAdvisor, makeServiceRecord } from '../factories.ts'
import { makeMember } from '../test-identity.ts'
import { changeId, markOfFirstLine } from './procedure-samples.ts'

/** An organization with a row in every table, each text of which carries `mark`. */
export type House = {
  organizationId: string
  /** Stands in every text of this organization and nowhere else. */
  mark: string
  ids: Record<keyof Awaited<ReturnType<typeof fill>>, string>
  /** Where its feed begins. */
  cursor: string
}

export async function furnishHouse(db: Db, mark: string): Promise<House> {
  const organization = await makeOrganization(db, { name: `House ${mark}`, feedSeq: 1 })
  const ids = await fill(db, organization.id, mark)
  return { organizationId: organization.id, mark, ids, cursor: `${organization.feedEpoch}:0` }
}

async function fill(db: Db, organizationId: string, mark: string) {
  const text = (what: string) => `${what} ${mark}`
  const advisor = await makeServiceAdvisor(db, organizationId, text('Advisor'))
  const agent = await db.agent.create({
    data: { organizationId, name: text('Agent'), kind: 'voice_bot' },
  })
  const campaign = await db.campaign.create({ data: { organizationId, name: text('Campaign') } })
  const record = await makeServiceRecord(db, organizationId, {
    externalId: text('RO'),
    customerName: text('Customer'),
    serviceType: text('Service'),
    serviceAdvisorId: advisor.id,
    feedback: text('Feedback'),
    positiveMentions: [text('Mention')],
  })
  const visit = { customerName: text('Customer'), serviceAdvisorId: advisor.id }
  const ready = await makeCall(db, organizationId, {
    notes: text('Notes'),
    tags: [text('tag')],
    campaignId: campaign.id,
    agentId: agent.id,
    record: { ...visit, serviceType: text('Service') },
  })
  const endTime = new Date('2026-11-20T16:00:00Z')
  const missed = await makeCall(db, organizationId, {
    status: 'missed',
    outcome: 'no_answer',
    endTime,
    record: visit,
  })
  const completed = await makeCall(db, organizationId, {
    status: 'completed',
    outcome: 'answered',
    npsScore: 9,
    endTime,
    feedbackSummary: text('Summary'),
    record: visit,
  })
  const unknown = await makeCall(db, organizationId, {
    status: 'unknown',
    outcome: 'unknown',
    record: visit,
  })
  const demo = await makeCall(db, organizationId, {
    isDemo: true,
    demoScenario: 'promoter',
    dueAt: null,
    notes: text('Demo'),
    record: { ...visit, isDemo: true },
  })
  const of = (call: { id: string }) => ({ organizationId, callId: call.id })
  const attempt = await db.callAttempt.create({
    data: {
      ...of(completed),
      number: 1,
      placementKey: randomUUID(),
      provider: 'simulator',
      status: 'completed',
      providerCallId: randomUUID(),
      requestedAt: endTime,
      leaseExpiresAt: endTime,
      scheduleConfigVersion: 1,
      gates: [],
      errorMessage: text('Error'),
    },
  })
  const segments = [{ speaker: 'customer', text: text('Words'), startMs: 0, endMs: 1000 }]
  const transcript = await db.transcript.create({
    data: { ...of(completed), language: 'en', segments },
  })
  const audio = await db.audioFile.create({
    data: {
      ...of(completed),
      storageKey: 'bundled/en-kept-informed.mp3',
      mediaType: 'audio/mpeg',
      durationMs: 1,
    },
  })
  await db.scheduleConfig.create({ data: { organizationId, version: 1, config: {} } })
  await db.callScript.create({
    data: { organizationId, version: 1, script: { languages: { en: { thanks: text('Thanks') } } } },
  })
  await db.coveredVisit.create({ data: { ...of(demo), serviceRecordId: record.id } })
  await db.callUndo.create({
    data: {
      ...of(ready),
      changeId,
      status: 'ready',
      isAllowedOutsideWindows: false,
      statusAfter: 'ready',
      attemptCountAfter: 0,
    },
  })
  await db.callingPause.create({
    data: {
      organizationId,
      startedAt: endTime,
      endedAt: endTime,
      reason: text('Failures'),
      failedCount: 1,
      attemptCount: 1,
    },
  })
  await db.rungNumber.create({ data: { organizationId, mark: 'erased:0', rungAt: new Date() } })
  const doNotCall = await db.doNotCall.create({
    data: { organizationId, phoneNumber: '+12125550177', reason: text('Opted out') },
  })
  await db.erasedAnswer.create({
    data: { organizationId, answeredOn: endTime, serviceAdvisorId: advisor.id, npsScore: 9 },
  })
  const visitImport = await db.visitImport.create({
    data: {
      organizationId,
      fileName: text('File of visits'),
      totalRows: 1,
      readRows: 1,
      actorKind: 'system',
      actorName: 'Ringback',
      created: 1,
      startedAt: endTime,
      finishedAt: endTime,
    },
  })
  await db.importedVisit.create({
    data: {
      organizationId,
      importId: visitImport.id,
      serviceRecordId: record.id,
      landedAt: endTime,
    },
  })
  await db.importedCall.create({
    data: { organizationId, importId: visitImport.id, callId: ready.id },
  })
  await db.columnChoice.create({
    data: { organizationId, headings: text('Headings'), mapping: {} },
  })
  await db.readingChoice.create({
    data: { organizationId, firstLine: markOfFirstLine, encoding: mark },
  })
  await db.erasedFile.create({ data: { organizationId, storageKey: text('File') } })
  await db.toldRecording.create({
    data: {
      organizationId,
      placementKey: randomUUID(),
      provider: 'nobody',
      providerRecordingId: text('Recording'),
      durationMs: 1,
      dueAt: endTime,
    },
  })
  const lowScoreCase = await db.case.create({
    data: { ...of(completed), openedAt: endTime, dueAt: new Date('2026-11-23T23:00:00Z') },
  })
  const webhook = await db.webhookEndpoint.create({
    data: { organizationId, url: `https://${mark}.example.com/`, events: [], secret: text('Key') },
  })
  const delivery = await db.webhookDelivery.create({
    data: {
      ...of(completed),
      endpointId: webhook.id,
      event: 'call.completed',
      createdAt: endTime,
      body: text('Body'),
      answer: text('Answer'),
      status: 'failed',
    },
  })
  await db.feedEvent.create({
    data: { organizationId, seq: 1, callId: ready.id, version: 1, payload: { call: null } },
  })
  const identity = await makeMember(db, organizationId)
  const userId = identity.actor.id ?? ''
  const audit = await db.auditEntry.create({
    data: {
      organizationId,
      actorKind: 'user',
      actorId: userId,
      actorName: text('Robin'),
      action: 'call.updated',
      subjectType: 'call',
      subjectId: ready.id,
      after: { notes: text('Notes') },
    },
  })
  const invitation = await db.invitation.create({
    data: {
      organizationId,
      inviterId: userId,
      email: `${mark}@x.test`,
      tokenHash: randomUUID(),
      role: 'agent',
      expiresAt: new Date('2100-01-01'),
    },
  })
  await db.savedView.create({
    data: {
      organizationId,
      userId,
      tab: 'missed',
      name: text('View'),
      address: { q: mark },
      createdAt: endTime,
    },
  })
  const member = await db.member.findFirstOrThrow({ where: { organizationId, userId } })
  const colleague = await makeColleague(db, organizationId, text('Kim'))
  const session = await db.session.create({
    data: { userId, token: randomUUID(), expiresAt: new Date('2100-01-01') },
  })
  const key = await db.apiKey.create({
    data: {
      key: randomUUID(),
      referenceId: organizationId,
      name: text('Key'),
      start: 'rb_',
      permissions: JSON.stringify({ scopes: ['read'] }),
    },
  })
  return {
    organization: organizationId,
    advisor: advisor.id,
    agent: agent.id,
    campaign: campaign.id,
    record: record.id,
    ready: ready.id,
    missed: missed.id,
    completed: completed.id,
    unknown: unknown.id,
    demo: demo.id,
    attempt: attempt.id,
    transcript: transcript.id,
    audio: audio.id,
    user: userId,
    audit: audit.id,
    invitation: invitation.id,
    member: member.id,
    key: key.id,
    doNotCall: doNotCall.id,
    visitImport: visitImport.id,
    colleague: colleague.id,
    session: session.id,
    case: lowScoreCase.id,
    webhook: webhook.id,
    delivery: delivery.id,
  }
}

/** A member who is no owner. */
async function makeColleague(db: Db, organizationId: string, name: string) {
  const user = await db.user.create({ data: { name, email: `${randomUUID()}@x.test` } })
  return db.member.create({ data: { organizationId, userId: user.id, role: 'agent' } })
}
