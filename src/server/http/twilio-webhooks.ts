import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { storePlacements } from '../services/store-placements.ts'
import { newsOfState, twilioStatusSchema } from '../telephony/twilio/call-status-news.ts'
import { isSigned, type SignedParameters } from '../telephony/twilio/signature.ts'
import type { TwilioProvider } from '../telephony/twilio/twilio-provider.ts'
import { answerError } from './failures.ts'

/** Where Twilio calls us back; these paths are open to whoever signs as Twilio does. */
export const twilioPrefix = '/webhooks/twilio/'

type TwilioEdge = { twilio: TwilioProvider; deps: Deps }

/** Twilio's bodies are a few hundred bytes; what was said in an answer makes them longer. */
const bodyLimit = 64 * 1024

const keySchema = z.object({ placementKey: z.uuid() })
const count = z.coerce.number().int().nonnegative()
const statusSchema = z.object({
  CallSid: z.string().regex(/^CA[0-9a-f]{32}$/i),
  CallStatus: twilioStatusSchema,
  CallDuration: count.optional(),
  AnsweredBy: z.string().optional(),
  SipResponseCode: count.optional(),
  Timestamp: z.string().optional(),
})

/** Takes in what Twilio tells of calls. Nothing that is not signed is read. */
export function addTwilioWebhooks(server: FastifyInstance, { twilio, deps }: TwilioEdge): void {
  server.register(async (scope) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit },
      (_request, body, done) => done(null, readForm(body.toString())),
    )
    scope.addHook('preHandler', async (request, reply) => {
      const { authToken, publicUrl } = twilio.account
      const url = new URL(publicUrl).origin + (request.raw.url ?? '')
      const signature = request.headers['x-twilio-signature']
      if (isSigned({ authToken, signature, url, parameters: formOf(request) })) return
      answerError(request, reply, { status: 403, message: 'This is not signed by Twilio.' })
      return reply
    })
    scope.post(`${twilioPrefix}:placementKey/status`, async (request, reply) => {
      const key = keySchema.safeParse(request.params)
      const told = statusSchema.safeParse(formOf(request))
      if (!key.success || !told.success) return refuse(request, reply)
      const { CallSid: providerCallId, CallStatus: status } = told.data
      const { placementKey } = key.data
      const common = {
        ...{ placementKey, providerCallId, source: 'callback' as const },
        at: readInstant(told.data.Timestamp) ?? deps.clock.now(),
        receipt: receiptOf(request),
      }
      const state = {
        status,
        durationSec: told.data.CallDuration ?? null,
        answeredBy: told.data.AnsweredBy ?? null,
        sipResponseCode: told.data.SipResponseCode ?? null,
      }
      const news = newsOfState(state, common)
      if (news !== null) await twilio.deliver(news)
      else await storePlacements({ ...deps, db: deps.systemDb }, [common])
      return reply.code(204).send()
    })
  })
}

/** A repeated delivery carries the same signature, as it says the same to the same address. */
const receiptOf = ({ headers }: FastifyRequest) =>
  createHash('sha256')
    .update(String(headers['x-twilio-signature']))
    .digest('base64url')
    .slice(0, 22)

function refuse(request: FastifyRequest, reply: FastifyReply) {
  answerError(request, reply, { status: 400, message: 'This is not what Twilio sends here.' })
  return reply
}

/** Of RFC 2822, as in `Wed, 25 Nov 2026 19:20:16 +0000`. */
function readInstant(text: string | undefined): Temporal.Instant | null {
  const ms = text === undefined ? Number.NaN : Date.parse(text)
  return Number.isNaN(ms) ? null : Temporal.Instant.fromEpochMilliseconds(ms)
}

function readForm(body: string): SignedParameters {
  const form: SignedParameters = {}
  for (const [name, value] of new URLSearchParams(body)) {
    const before = form[name]
    form[name] = before === undefined ? value : [before, value].flat()
  }
  return form
}

const formSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())])).catch({})
const formOf = ({ body }: FastifyRequest): SignedParameters => formSchema.parse(body)
