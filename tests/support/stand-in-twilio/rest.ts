import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { toResource } from './call.ts'
import { endRecordings } from './conversation.ts'
import type { Exchange } from './exchange.ts'
import type { Ledger } from './ledger.ts'
import { type Fault, faultSchema, type StandInOptions } from './options.ts'
import { seeded } from './seeded.ts'

/** A recording has to sound like something. */
const sound = path.resolve('src/server/telephony/simulator/conversations/en-delighted-same-day.mp3')

/** The part of Twilio's REST interface, version 2010-04-01, that calls are placed with. */
export function createRest(
  options: StandInOptions,
  { exchange, ledger }: { exchange: Exchange; ledger: Ledger },
) {
  const random = seeded(`${options.seed}/faults`)
  const faults: (Fault | null)[] = []
  const removed = new Set<string>()
  const account = `/2010-04-01/Accounts/${options.accountSid}`
  const credentials = `${options.accountSid}:${options.authToken}`
  const authorization = `Basic ${Buffer.from(credentials).toString('base64')}`

  function nextFault(): Fault | null {
    const told = faults.shift()
    if (told !== undefined) return told
    let drawn = random()
    for (const fault of faultSchema.options) {
      drawn -= options.faultRates[fault] ?? 0
      if (drawn < 0) return fault
    }
    return null
  }

  function place(form: URLSearchParams, response: ServerResponse): void {
    const fault = nextFault()
    if (fault === 'error_before') {
      fail(response, 500, 20500, 'Internal Server Error')
      return
    }
    if (fault === 'too_many') {
      fail(response, 429, 20429, 'Too Many Requests')
      return
    }
    if (fault === 'invalid' || !/^\+[1-9]\d{6,14}$/.test(form.get('To') ?? '')) {
      fail(response, 400, 21211, `Invalid 'To' Phone Number: ${form.get('To')}`)
      return
    }
    const { call, start } = exchange.accept(form)
    const placementKey = new URL(form.get('Url') ?? '').pathname.split('/').at(-2) ?? ''
    ledger.write({
      sid: call.sid,
      to: call.to,
      placementKey,
      fault,
      acceptedAt: call.createdAt.toISOString(),
    })
    start()
    if (fault === 'drop') response.destroy()
    else if (fault === 'error_after') fail(response, 500, 20500, 'Internal Server Error')
    else if (fault !== 'hang') answer(response, 201, toResource(call, options.accountSid))
  }

  function list(query: URLSearchParams, response: ServerResponse): void {
    const pageSize = Number(query.get('PageSize') ?? 50)
    const found = [...exchange.calls.values()]
      .filter(({ to }) => !query.has('To') || to === query.get('To'))
      .filter(({ from }) => !query.has('From') || from === query.get('From'))
      .reverse()
      .slice(0, pageSize)
    const uri = `${account}/Calls.json?${query}`
    answer(response, 200, {
      calls: found.map((call) => toResource(call, options.accountSid)),
      page: 0,
      page_size: pageSize,
      start: 0,
      end: Math.max(0, found.length - 1),
      uri,
      first_page_uri: uri,
      next_page_uri: null,
      previous_page_uri: null,
    })
  }

  return {
    faults,
    removed,
    /** Answers, or not, as its faults have it; false for an address that is not its own. */
    handle(request: IncomingMessage, url: URL, body: string, response: ServerResponse): boolean {
      if (!url.pathname.startsWith('/2010-04-01/')) return false
      if (request.headers.authorization !== authorization) {
        fail(response, 401, 20003, 'Authenticate')
        return true
      }
      const [, resource, sid, more] =
        /^\/(Calls|Recordings)(?:\/(\w+))?(\/Recordings\/[\w.]+)?\.(?:json|mp3)$/.exec(
          url.pathname.slice(account.length),
        ) ?? []
      const form = new URLSearchParams(body)
      const call = exchange.calls.get(sid ?? '')
      if (resource === 'Calls' && sid === undefined) {
        if (request.method === 'POST') place(form, response)
        else list(url.searchParams, response)
      } else if (resource === 'Calls' && call !== undefined) {
        if (more === undefined && form.get('Status') === 'completed') {
          if (call.endedAt !== null) {
            fail(response, 400, 21220, 'Invalid call state: the call is not in progress')
            return true
          }
          exchange.hangUp(call)
        }
        if (more !== undefined && form.get('Status') === 'stopped') endRecordings(call)
        answer(response, 200, toResource(call, options.accountSid))
      } else if (resource === 'Recordings' && sid && request.method === 'DELETE') {
        removed.add(sid)
        response.writeHead(204).end()
      } else if (sid && !removed.has(sid) && url.pathname.endsWith('.mp3')) {
        response.writeHead(200, { 'content-type': 'audio/mpeg' }).end(readFileSync(sound))
      } else fail(response, 404, 20404, `The requested resource ${url.pathname} was not found`)
      return true
    },
  }
}

export function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

function fail(response: ServerResponse, status: number, code: number, message: string): void {
  answer(response, status, {
    status,
    code,
    message,
    more_info: `https://www.twilio.com/docs/errors/${code}`,
  })
}
