import type { Temporal } from 'temporal-polyfill'
import type { AttemptHistoryRow, HistoryRows } from '../../db/insert-history.ts'
import { toDate, toIso } from '../../db/instants.ts'
import type { AttemptNews } from '../../domain/call.schema.ts'
import { eligibility } from '../../domain/eligibility.ts'
import { feedbackOf } from '../../telephony/simulator/conversation-feedback.ts'
import { leaseAfter } from '../attempt-lease.ts'
import { newsEntry } from '../attempt-news.ts'
import type { DemoAttempt } from './demo-attempts.ts'
import { advisorNames, RECALL } from './demo-people.ts'
import type { DemoDay, DemoVisit } from './plan-demo-day.ts'

/** Turns a demo day into the rows of its tables; `startAt` is when the organization began. */
export function toDemoRows(
  day: DemoDay,
  input: { organizationId: string; startAt: Date; originEntryId: string },
): HistoryRows {
  const { organizationId, startAt: createdAt, originEntryId } = input
  const newId = () => day.random.id(createdAt.getTime())
  const own = () => ({ id: newId(), organizationId, createdAt })
  const rows: HistoryRows = {
    advisors: advisorNames.map((name) => ({ ...own(), name })),
    agents: [{ ...own(), name: 'Ava', kind: 'voice_bot' }],
    campaigns: [{ ...own(), name: 'Recall follow-up' }],
    scheduleConfigs: [{ ...own(), version: 1, config: day.config }],
    records: [],
    calls: [],
    attempts: [],
    transcripts: [],
    audioFiles: [],
    doNotCall: [],
    cases: [],
  }
  for (const visit of day.visits) addVisit(rows, day, { organizationId, visit, originEntryId })
  return rows
}

function addVisit(
  rows: HistoryRows,
  day: DemoDay,
  input: { organizationId: string; visit: DemoVisit; originEntryId: string },
): void {
  const { organizationId, visit, originEntryId } = input
  const { random } = day
  const conversation = visit.call?.attempts.at(-1)?.conversation ?? null
  const feedback = conversation && feedbackOf(conversation)
  // The workshop's system exports a visit some minutes after its end.
  const landedAt = visit.completedAt.add({ minutes: 7 })
  const recordId = random.id(landedAt.epochMilliseconds)
  const advisor = rows.advisors.find(({ name }) => name === visit.serviceAdvisorName)
  rows.records.push({
    id: recordId,
    organizationId,
    externalId: visit.externalId,
    customerName: visit.customerName,
    customerPhone: visit.customerPhone,
    customerTimeZone: day.timeZone,
    vehicleInfo: visit.vehicleInfo,
    serviceType: visit.serviceType,
    status: 'completed',
    appointmentDate: toDate(visit.appointmentDate),
    completedAt: toDate(visit.completedAt),
    serviceAdvisorId: advisor?.id ?? null,
    rating: feedback?.rating ?? null,
    feedback: feedback?.feedbackSummary ?? null,
    overallFeedback: feedback?.overallFeedback ?? null,
    positiveMentions: feedback?.positiveMentions ?? [],
    areasToImprove: feedback?.areasToImprove ?? [],
    isSample: true,
    createdAt: toDate(landedAt),
    updatedAt: toDate(landedAt),
  })
  const { call } = visit
  if (call === null) return
  const callId = random.id(landedAt.epochMilliseconds)
  const last = call.attempts.at(-1)
  const events = call.attempts.reduce((sum, attempt) => sum + historyOf(attempt).length - 1, 0)
  rows.calls.push({
    id: callId,
    organizationId,
    serviceRecordId: recordId,
    campaignId: visit.serviceType === RECALL ? rows.campaigns[0]?.id : null,
    agentId: conversation ? rows.agents[0]?.id : null,
    status: call.status,
    outcome: call.outcome,
    notes: call.notes ?? null,
    phoneNumber: visit.customerPhone,
    customerName: visit.customerName,
    dueAt: dateOf(call.dueAt),
    notBefore: dateOf(call.dueAt && (call.wishedAt ?? call.dueAt)),
    expiresAt: toDate(call.expiresAt),
    scheduledTime: toDate(call.firstDueAt),
    startTime: dateOf(last?.requestedAt),
    endTime: dateOf(last?.endedAt),
    durationSec: conversation && Math.round(conversation.durationMs / 1000),
    npsScore: feedback?.npsScore ?? null,
    rating: feedback?.rating ?? null,
    callReason: feedback?.callReason ?? null,
    feedbackSummary: feedback?.feedbackSummary ?? null,
    tags: feedback?.tags ?? [],
    attemptCount: call.attempts.length,
    version: 1 + events + (call.closedAt ? 1 : 0),
    originEntryId,
    createdAt: toDate(landedAt),
    updatedAt: toDate(last?.endedAt ?? call.closedAt ?? landedAt),
  })
  rows.attempts.push(
    ...call.attempts.map((attempt) =>
      toAttemptRow(day, { visit, callId, attempt, organizationId }),
    ),
  )
  if (last && feedback?.transcript) {
    const createdAt = toDate(last.endedAt)
    const id = random.id(last.endedAt.epochMilliseconds)
    const { transcript, evidence } = feedback
    rows.transcripts.push({ id, organizationId, callId, ...transcript, evidence, createdAt })
  }
  if (last && feedback?.recording) {
    const createdAt = toDate(last.endedAt)
    const id = random.id(last.endedAt.epochMilliseconds)
    rows.audioFiles.push({ id, organizationId, callId, ...feedback.recording, createdAt })
  }
  if (last && call.outcome === 'opted_out') {
    rows.doNotCall.push({
      id: random.id(last.endedAt.epochMilliseconds),
      organizationId,
      phoneNumber: visit.customerPhone,
      reason: 'Asked for it during a call',
      createdAt: toDate(last.endedAt),
    })
  }
}

function toAttemptRow(
  day: DemoDay,
  input: { visit: DemoVisit; callId: string; attempt: DemoAttempt; organizationId: string },
): AttemptHistoryRow {
  const { visit, callId, attempt, organizationId } = input
  const { requestedAt, acceptedAt, endedAt, outcome, number } = attempt
  const placementKey = day.random.id(requestedAt.epochMilliseconds)
  return {
    id: day.random.id(requestedAt.epochMilliseconds),
    organizationId,
    callId,
    number,
    placementKey,
    outcome,
    provider: 'simulator',
    providerCallId: acceptedAt && `sim:${placementKey}`,
    status: statusAfter(attempt),
    requestedAt: toDate(requestedAt),
    acceptedAt: dateOf(acceptedAt),
    ringingAt: dateOf(attempt.ringingAt),
    answeredAt: dateOf(attempt.answeredAt),
    endedAt: toDate(endedAt),
    leaseExpiresAt: toDate(leaseAfter(attempt.answeredAt ?? attempt.ringingAt ?? requestedAt)),
    scheduleConfigVersion: 1,
    gates: gatesAt(day, visit, attempt),
    history: historyOf(attempt),
  }
}

function statusAfter({ outcome }: DemoAttempt) {
  if (outcome === 'unknown') return 'unknown'
  if (outcome === 'answered' || outcome === 'opted_out') return 'completed'
  return outcome === 'invalid_number' || outcome === 'provider_error' ? 'failed' : 'missed'
}

/** What the dispatcher would have written down, one entry per piece of news. */
function historyOf(attempt: DemoAttempt): AttemptNews[] {
  const told = (
    at: Temporal.Instant | null,
    event: string,
    source: AttemptNews['source'] = 'callback',
  ) => (at === null ? [] : [newsEntry({ at, source, event, applied: true })])
  return [
    ...told(attempt.requestedAt, 'claimed', 'we'),
    ...told(attempt.acceptedAt, 'accepted', 'we'),
    ...told(attempt.ringingAt, 'ringing'),
    ...told(attempt.answeredAt, 'answered'),
    ...(attempt.outcome === 'unknown'
      ? told(attempt.endedAt, 'lost', 'timeout')
      : told(attempt.endedAt, `ended: ${attempt.outcome}`)),
  ]
}

function gatesAt(
  day: DemoDay,
  { call, completedAt }: DemoVisit,
  { requestedAt, number }: DemoAttempt,
) {
  const { gates } = eligibility(
    {
      status: number === 1 ? 'ready' : 'missed',
      dueAt: requestedAt,
      expiresAt: call?.expiresAt ?? null,
      attemptCount: number - 1,
      serviceCompletedAt: completedAt,
      isDemo: false,
    },
    {
      calendar: day.calendar,
      customerZones: [day.timeZone],
      activeCalls: 0,
      placedLastMinute: 0,
      isOnDoNotCall: false,
      lastPlacedToNumberAt: null,
    },
    requestedAt,
  )
  return gates.map((gate) => ({ ...gate, until: gate.until ? toIso(gate.until) : null }))
}

const dateOf = (at: Temporal.Instant | null | undefined) => (at ? toDate(at) : null)
