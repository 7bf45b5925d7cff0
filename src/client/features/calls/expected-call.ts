import type { Call } from '../../../server/domain/call.schema.ts'
import type { CallRequest } from './call-actions.ts'

/** What a call will be once a request is done, as far as a row shows it. */
export type Expected = Partial<Pick<Call, 'status' | 'outcome' | 'dueAt' | 'heldReason'>>

/** Shown at once, until the feed brings the call as it has become. */
export function expectedOf(request: CallRequest, nowIso: string): Expected {
  switch (request.name) {
    case 'placeNow':
    case 'retry':
      return { status: 'ready', dueAt: nowIso, heldReason: null }
    case 'reschedule':
      return { status: 'ready', dueAt: request.wish.dueAt, heldReason: null }
    case 'cancel':
      return { status: 'canceled', outcome: 'canceled', dueAt: null, heldReason: null }
    // The schedule decides whether and when another try follows.
    case 'judgeDidNotRing':
      return {}
    case 'judgeRang':
      return { status: 'missed', outcome: 'no_answer', dueAt: null }
  }
}
