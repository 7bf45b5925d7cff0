import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { noteToldRecording } from '../db/told-recordings.ts'
import type { Deps } from '../deps.ts'
import type { Heard } from '../domain/conversation.schema.ts'
import {
  beginAttemptConversation,
  continueAttemptConversation,
  type SpokenTurn,
} from '../services/hold-conversation.ts'
import { storePlacements } from '../services/store-placements.ts'
import { isMachine, newsOfState, twilioStatusSchema } from '../telephony/twilio/call-status-news.ts'
import { renderHangUp, renderTurn } from '../telephony/twilio/turn-twiml.ts'
import { webhookPrefix, webhookUrl } from '../telephony/twilio/twilio-account.ts'
import type { TwilioProvider } from '../telephony/twilio/twilio-provider.ts'
import { answerError } from './failures.ts'
import { formOf, readInstant, readSignedForms, receiptOf } from './twilio-form.ts'

const placementKey = z.uuid()
const callSid = z.string().regex(/^CA[0-9a-f]{32}$/i)
const count = z.coerce.number().int().nonnegative()

const statusSchema = z.object({
  CallSid: callSid,
  CallStatus: twilioStatusSchema,
  CallDuration: count.optional(),
  AnsweredBy: z.string().optional(),
  SipResponseCode: count.optional(),
  Timestamp: z.string().optional(),
})
const voiceSchema = z.object({ CallSid: callSid, AnsweredBy: z.string().optional() })
const answerSchema = z.object({
  CallSid: callSid,
  Digits: z
    .string()
    .regex(/^[0-9*#]{0,32}$/)
    .optional(),
  SpeechResult: z.string().max(10_000).optional(),
  Confidence: z.coerce.number().min(0).max(1).optional().catch(undefined),
})
const recordingSchema = z.object({
  RecordingSid: z.string().regex(/^RE[0-9a-f]{32}$/i),
  RecordingStatus: z.enum(['in-progress', 'completed', 'absent', 'failed']),
  RecordingDuration: count.default(0),
})

/** Takes in what Twilio tells of calls, and leads them. Nothing that is not signed is read. */
export function addTwilioWebhooks(
  server: FastifyInstance,
  { twilio, deps }: { twilio: TwilioProvider; deps: Deps },
): void {
  const { account, recordings } = twilio

  const say = (reply: FastifyReply, key: string, spoken: SpokenTurn | null) => {
    reply.type('text/xml')
    if (spoken === null) return reply.send(renderHangUp())
    const { turn, number, language, startsRecording } = spoken
    return reply.send(
      renderTurn(turn, {
        language,
        isOpening: number === 1,
        answerUrl: webhookUrl(account, key, `turns/${number}`),
        recordingUrl: startsRecording ? webhookUrl(account, key, 'recording') : null,
      }),
    )
  }

  server.register(async (scope) => {
    readSignedForms(scope, account)

    scope.post(`${webhookPrefix}:placementKey/status`, async (request, reply) => {
      const key = z.object({ placementKey }).safeParse(request.params)
      const told = statusSchema.safeParse(formOf(request))
      if (!key.success || !told.success) return refuse(request, reply)
      const { CallSid: providerCallId, CallStatus: status } = told.data
      const common = {
        ...key.data,
        providerCallId,
        source: 'callback' as const,
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

    scope.post(`${webhookPrefix}:placementKey/voice`, async (request, reply) => {
      const key = z.object({ placementKey }).safeParse(request.params)
      const told = voiceSchema.safeParse(formOf(request))
      if (!key.success || !told.success) return refuse(request, reply)
      const answeredBy = isMachine(told.data.AnsweredBy ?? null) ? 'machine' : 'human'
      const spoken = await beginAttemptConversation(deps, { ...key.data, answeredBy })
      return say(reply, key.data.placementKey, spoken)
    })

    scope.post(`${webhookPrefix}:placementKey/turns/:number`, async (request, reply) => {
      const key = z.object({ placementKey, number: count }).safeParse(request.params)
      const told = answerSchema.safeParse(formOf(request))
      if (!key.success || !told.success) return refuse(request, reply)
      const heard = heardIn(told.data)
      const spoken = await continueAttemptConversation(deps, { ...key.data, heard })
      if (spoken?.turn.record === 'stop') {
        // Nobody on the line waits for it; what was recorded is removed once it is told of.
        recordings.stop(told.data.CallSid).catch((err: unknown) => {
          deps.log.warn({ err, ...key.data }, 'a recording could not be stopped')
        })
      }
      return say(reply, key.data.placementKey, spoken)
    })

    scope.post(`${webhookPrefix}:placementKey/recording`, async (request, reply) => {
      const key = z.object({ placementKey }).safeParse(request.params)
      const told = recordingSchema.safeParse(formOf(request))
      if (!key.success || !told.success) return refuse(request, reply)
      const { RecordingSid, RecordingStatus: status, RecordingDuration: seconds } = told.data
      if (status === 'completed') {
        // Fetched by the dispatcher, so that no restart loses what is told once.
        await noteToldRecording(deps.systemDb, {
          ...key.data,
          provider: twilio.name,
          providerRecordingId: RecordingSid,
          durationMs: seconds * 1000,
          now: deps.clock.now(),
        })
      }
      return reply.code(204).send()
    })
  })
}

/** Keys count before words: who presses one is sure. */
function heardIn(told: z.infer<typeof answerSchema>): Heard {
  const { Digits: keys, SpeechResult: text, Confidence: confidence } = told
  if (keys) return { type: 'keys', keys }
  if (!text) return { type: 'silence' }
  return confidence === undefined ? { type: 'speech', text } : { type: 'speech', text, confidence }
}

function refuse(request: FastifyRequest, reply: FastifyReply) {
  answerError(request, reply, { status: 400, message: 'This is not what Twilio sends here.' })
  return reply
}
