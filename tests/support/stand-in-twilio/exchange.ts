import { type CallStatus, newSid, rfc2822, type StandInCall } from './call.ts'
import type { Callbacks, Parameters } from './callbacks.ts'
import { baseParameters, converse } from './conversation.ts'
import type { Customer, StandInOptions } from './options.ts'
import { pause, seeded, within } from './seeded.ts'

/** The telephone network behind the stand-in: calls, and the people they reach. */
export function createExchange(options: StandInOptions, callbacks: Callbacks) {
  const calls = new Map<string, StandInCall>()
  const customers = new Map<string, Customer[]>()
  const lives = new Set<Promise<unknown>>()
  let apiUrl = ''

  function customerOf(to: string, sid: string): Customer {
    const [told, ...later] = customers.get(to) ?? []
    if (told !== undefined) {
      if (later.length > 0) customers.set(to, later)
      return structuredClone(told)
    }
    const { busy, no_answer, failed } = options.shares
    const drawn = seeded(`${options.seed}/${to}/${sid}`)()
    if (drawn < busy) return { answers: 'busy', replies: [] }
    if (drawn < busy + no_answer) return { answers: 'no_answer', replies: [] }
    if (drawn < busy + no_answer + failed) return { answers: 'failed', replies: [] }
    return { answers: 'hangs_up', replies: [] }
  }

  /** Sends what was asked for with `StatusCallbackEvent`; by itself only the end is told. */
  async function tell(call: StandInCall, event: string, more: Parameters = {}): Promise<void> {
    const { request } = call
    const url = request.get('StatusCallback')
    const wanted = request.getAll('StatusCallbackEvent')
    if (url === null || !(wanted.length > 0 ? wanted : ['completed']).includes(event)) return
    const parameters = {
      ...baseParameters(call, options),
      CallStatus: event === 'initiated' ? 'initiated' : call.status,
      CallbackSource: 'call-progress-events',
      SequenceNumber: String(call.sequence),
      Timestamp: rfc2822(new Date()),
      ...more,
    }
    call.sequence += 1
    if (callbacks.isHostile) callbacks.tell(url, parameters)
    else await callbacks.tellInOrder(url, parameters)
  }

  function end(call: StandInCall, status: CallStatus, more: Parameters = {}): Promise<void> {
    call.status = status
    call.endedAt = new Date()
    return tell(call, 'completed', {
      CallDuration: String(call.durationSec),
      ...(call.answeredBy !== null && { AnsweredBy: call.answeredBy }),
      ...more,
    })
  }

  async function live(call: StandInCall): Promise<void> {
    const random = seeded(`${options.seed}/${call.sid}/life`)
    const { answers } = call.customer
    await pause(within(random, options.dialMs))
    if (call.isHungUpByUs) return end(call, 'canceled')
    call.startedAt = new Date()
    await tell(call, 'initiated')
    if (answers === 'failed') return end(call, 'failed', { SipResponseCode: '503' })
    if (answers === 'nowhere') return end(call, 'failed', { SipResponseCode: '404' })
    if (answers === 'busy') return end(call, 'busy', { SipResponseCode: '486' })
    call.status = 'ringing'
    await tell(call, 'ringing')
    await pause(within(random, options.ringMs))
    if (call.isHungUpByUs) return end(call, 'canceled')
    if (answers === 'no_answer') return end(call, 'no-answer')
    call.status = 'in-progress'
    await tell(call, 'answered')
    if (call.request.has('MachineDetection')) {
      call.answeredBy = answers === 'machine' ? 'machine_end_beep' : 'human'
    }
    await converse(call, { options, callbacks, apiUrl })
    return end(call, 'completed')
  }

  return {
    calls,
    listenAt(url: string) {
      apiUrl = url
    },
    /** Several behaviours are for one call each, the last for all after it. */
    setCustomer: (to: string, behaviours: Customer[]) => customers.set(to, behaviours),
    /** Puts a call down that will live once `start` is called. */
    accept(request: URLSearchParams): { call: StandInCall; start: () => void } {
      const [sid, to] = [newSid('CA'), request.get('To') ?? '']
      const call: StandInCall = {
        sid,
        to,
        from: request.get('From') ?? '',
        request,
        status: 'queued',
        createdAt: new Date(),
        startedAt: null,
        endedAt: null,
        durationSec: 0,
        answeredBy: null,
        sequence: 0,
        isHungUpByUs: false,
        recordings: new Map(),
        customer: customerOf(to, sid),
      }
      calls.set(sid, call)
      return {
        call,
        start() {
          const life = live(call).finally(() => lives.delete(life))
          lives.add(life)
        },
      }
    },
    hangUp(call: StandInCall): void {
      if (call.endedAt === null) call.isHungUpByUs = true
    },
    /** Settles when every call is over and every callback was delivered. */
    async idle(): Promise<void> {
      while (lives.size + callbacks.pending.size > 0) {
        await Promise.allSettled([...lives, ...callbacks.pending])
      }
    },
  }
}
export type Exchange = ReturnType<typeof createExchange>
