import type { z } from 'zod'
import type { Call, CallDetail } from '../domain/call.schema.ts'
import type { CallCreate, CallUpdate } from '../domain/call-changes.schema.ts'
import type { DemoCreate } from '../domain/demo.schema.ts'
import type { ImportReport } from '../domain/import-report.schema.ts'
import type {
  importInputSchema,
  ServiceRecord,
  ServiceRecordCreate,
  ServiceRecordCreated,
} from '../domain/service-record.schema.ts'

/** What each field of a schema means to whoever programs against it; a new one has to say it too. */
export type FieldWords<T> = Record<keyof T, string>

const vehicle = 'The vehicle; what is not known is null.'
const advisor = 'Who received the customer.'
const praised = 'What the customer praised, each in a few words.'
const blamed = 'What the customer would have better, each in a few words.'
const byName = 'By name; one that is not known yet is added.'

export const callWords: FieldWords<Call> = {
  id: 'Of this call, for `/calls/{callId}`.',
  organizationId: 'Whose call it is.',
  serviceRecordId: 'The visit that the call asks about.',
  externalId: "The visit's own order number in the workshop's system.",
  campaignId: 'The campaign that it belongs to; null: the usual schedule alone.',
  campaignName: 'Of that campaign.',
  agentId: 'The person or voice that speaks.',
  agentName: 'Of that person or voice.',
  callType: '`feedback`.',
  direction: 'Who rings whom.',
  status:
    'Where the call stands. The tab Ready holds `ready`, `placing`, `ringing` and `in_progress`, Missed holds `missed`, `failed` and `unknown` (it may have rung, and a person decides).',
  outcome: 'How its last attempt ended; null before that.',
  isDemo: 'Made to be shown: it rings nobody.',
  isSample: 'About a visit that came with the product: it rings nobody.',
  phoneNumber: 'In E.164, like `+12125550123`.',
  customerName: 'As the visit names the customer.',
  customerTimeZone: 'Where the customer lives; null: told from the number.',
  vehicleInfo: vehicle,
  serviceType: 'What was done.',
  serviceCompletedAt: 'The end of the visit.',
  serviceAdvisorId: advisor,
  serviceAdvisorName: 'Of the service advisor.',
  coveredVisits:
    'Further visits of the same number that this call asks about too, the oldest first.',
  coveredByCallId:
    'The call that asks about this visit instead, in whose favour this one was canceled.',
  dueAt:
    'The earliest instant of the next attempt; null: none is made by itself. A `missed` or `failed` call with it is tried again.',
  expiresAt: 'After this instant nobody is called about the visit any more.',
  heldReason: 'Why a call that is due waits for a person; null: nothing holds it.',
  isAllowedOutsideWindows: 'A manager set the next attempt outside the calling hours.',
  scheduledTime: 'The instant that the schedule or a person first set.',
  startTime: 'The beginning of the last attempt.',
  endTime: 'The end of the last attempt.',
  durationSec: 'How long they talked.',
  attemptCount: 'How often it was tried.',
  firstTriedAt: 'The beginning of the first attempt; null before that.',
  npsScore: 'How likely the customer is to recommend the workshop, 0 to 10.',
  rating: 'The visit in stars, 1 to 5.',
  callReason: 'Why the customer was called.',
  feedbackSummary: 'What was said, in a sentence or two.',
  overallFeedback: "The customer's own words about the whole.",
  positiveMentions: praised,
  areasToImprove: blamed,
  isNewestAnswered:
    'Whether it is the newest call about its visit that brought feedback or, where none did, the newest answered one: with that one alone are praise and blame counted.',
  notes: 'What people wrote about the call.',
  tags: 'Words to find it by.',
  audioUrl:
    'Where the recording plays, below the address of this server, with the same key and with ranges; null: there is none.',
  version: 'Grows by one with each change; send it back as `expectedVersion`.',
  createdAt: 'When the call was made.',
  updatedAt: 'When it last changed.',
}

export const callDetailWords: FieldWords<Omit<CallDetail, keyof Call>> = {
  transcript:
    'What was said, in turns, and the words that each finding rests on; null: nothing is known.',
  audioDurationMs: 'Length of the recording.',
  attempts: 'Every try at placing the call, the first one first.',
  customerZones:
    'Where the customer may live, by the visit or else by the number; calls keep to all of them. Empty: not known.',
}

export const serviceRecordWords: FieldWords<ServiceRecord> = {
  id: 'Of this visit, for `serviceRecordId`.',
  organizationId: 'Whose visit it is.',
  externalId: "The workshop's own order number, unique in the organization.",
  customerName: 'Who is called.',
  customerPhone: 'In E.164, like `+12125550123`.',
  customerTimeZone: 'Where the customer lives; null: told from the number.',
  vehicleInfo: vehicle,
  serviceType: 'What was done.',
  status: 'Only a visit that is `completed` gets a call.',
  appointmentDate: 'When the vehicle was, or is, expected.',
  completedAt: 'The end of the visit.',
  serviceAdvisorId: advisor,
  serviceAdvisorName: 'Of the service advisor.',
  rating: 'The visit in stars, 1 to 5.',
  feedback: "The customer's words.",
  overallFeedback: "The customer's own words about the whole.",
  positiveMentions: praised,
  areasToImprove: blamed,
  isDemo: 'Made to be shown.',
  createdAt: 'When it came in.',
  updatedAt: 'When it last changed.',
}

export const serviceRecordCreateWords: FieldWords<ServiceRecordCreate> = {
  externalId:
    'Your own order number. A second visit with the same one is refused with 409, so a request whose answer was lost can be sent again.',
  customerName: 'Who is called.',
  customerPhone: 'Like `+1 212 555 0123`, or as it is dialed in the country of the time zone.',
  customerTimeZone:
    'Where the customer lives, like `America/New_York`; absent: told from the number.',
  vehicleInfo: 'What is known of the vehicle.',
  serviceType: 'What was done, as the customer would say it.',
  status: 'Only a visit that is `completed` gets a call.',
  appointmentDate: 'When the vehicle was, or is, expected.',
  completedAt:
    'The end of the visit, from which the schedule counts; absent: now, where it is completed.',
  serviceAdvisorName: byName,
}

export const importWords: FieldWords<z.input<typeof importInputSchema>> = {
  fileName: 'What the report and the list of imports call it.',
  content: 'The text of the CSV file.',
  timeZone: "The zone of times without one; absent: the organization's.",
  dateOrder:
    'How dates like 11/09/2026 are read, also where the file speaks for the other order; absent: as the file tells, and asked for where it does not tell clearly.',
  mapping:
    'Field of a visit to the heading of its column, like `{"externalId": "Order"}`, where the headings are not recognised. A name in two columns: `customerName` the first, `customerLastName` the last; a time beside the date that `completedAt` is: `completedAtTime`.',
}

export const callCreateWords: FieldWords<CallCreate> = {
  serviceRecordId: 'The visit to ask about; it has no open call yet.',
  dueAt: 'The earliest instant wished for; absent: the schedule counts from the end of the visit.',
  notes: 'For the people who work with the call.',
  tags: 'Words to find it by.',
  campaignId: 'A campaign that it is to belong to.',
}

const kept = 'Absent it stays as it is, null empties it.'
const keptList = 'The whole list; absent it stays as it is.'
export const callUpdateWords: FieldWords<Omit<CallUpdate, 'id'>> = {
  expectedVersion:
    'The version that was read: 409 where the call changed since. Absent: it is not asked about.',
  notes: `What people wrote about the call. ${kept}`,
  tags: `Words to find it by. ${keptList}`,
  callReason: `Why the customer was called. ${kept}`,
  feedbackSummary: `What was said, in a sentence or two. ${kept}`,
  npsScore: `0 to 10; a low one opens a case. ${kept}`,
  rating: `The visit in stars. ${kept}`,
  positiveMentions: `${praised} ${keptList}`,
  areasToImprove: `${blamed} ${keptList}`,
}

export const demoCreateWords: FieldWords<DemoCreate> = {
  scenarioId: 'What the simulator plays, like `promoter` or `missed`.',
  isHostile: 'The provider loses, repeats, delays and contradicts its news over this call.',
  customerName: 'Who seems to be called.',
  phoneNumber: 'Absent: a number reserved for fiction. Nobody is ever dialed.',
  vehicle: 'What is known of the vehicle.',
  serviceType: 'What was done.',
  serviceAdvisorName: byName,
}

export const serviceRecordCreatedWords: FieldWords<ServiceRecordCreated> = {
  serviceRecord: 'The visit as it was kept.',
  call: 'Its call, which may be the waiting call of another visit of the same number; null: none was made.',
  reason: 'When the call is due, or why there is none.',
}

export const importReportWords: FieldWords<ImportReport> = {
  fileName: 'As it was called.',
  totalRows: 'How many rows the file has.',
  created: 'Visits that were not known before.',
  unchanged: 'Visits that were known, word for word.',
  updated: 'Visits of which something changed.',
  withoutCall: 'Visits that landed but are too old to be called about.',
  callsCreated: 'Calls that were made.',
  callsJoined: 'Visits that are asked about in the call of another visit of the same number.',
  badRowCount: 'Rows that were left out, whether `badRows` lists them or not.',
  badRows:
    'Every cell for which its row was left out, with its line in the file and what would be right, of the first 1,000 such rows.',
  columns: 'Which column was read as which field.',
}
