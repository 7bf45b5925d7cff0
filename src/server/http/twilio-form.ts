import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { isSigned, type SignedParameters } from '../telephony/twilio/signature.ts'
import type { TwilioAccount } from '../telephony/twilio/twilio-account.ts'
import { answerError } from './failures.ts'

/** Twilio's bodies are a few hundred bytes; what was said in an answer makes them longer. */
const bodyLimit = 64 * 1024

/** From here on the room reads forms, and refuses whatever Twilio has not signed. */
export function readSignedForms(scope: FastifyInstance, account: TwilioAccount): void {
  scope.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit },
    (_request, body, done) => done(null, readForm(body.toString())),
  )
  scope.addHook('preHandler', async (request, reply) => {
    const { authToken, publicUrl } = account
    const url = new URL(publicUrl).origin + (request.raw.url ?? '')
    const signature = request.headers['x-twilio-signature']
    if (isSigned({ authToken, signature, url, parameters: formOf(request) })) return
    answerError(request, reply, { status: 403, message: 'This is not signed by Twilio.' })
    return reply
  })
}

/** A repeated delivery carries the same signature, as it says the same to the same address. */
export const receiptOf = ({ headers }: FastifyRequest): string =>
  createHash('sha256')
    .update(String(headers['x-twilio-signature']))
    .digest('base64url')
    .slice(0, 22)

/** Of RFC 2822, as in `Wed, 25 Nov 2026 19:20:16 +0000`. */
export function readInstant(text: string | undefined): Temporal.Instant | null {
  const ms = text === undefined ? Number.NaN : Date.parse(text)
  return Number.isNaN(ms) ? null : Temporal.Instant.fromEpochMilliseconds(ms)
}

const formSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())])).catch({})

/** What was posted; a name that came several times has all its values. */
export const formOf = ({ body }: FastifyRequest): SignedParameters => formSchema.parse(body)

function readForm(body: string): SignedParameters {
  const form: SignedParameters = {}
  for (const [name, value] of new URLSearchParams(body)) {
    const before = form[name]
    form[name] = before === undefined ? value : [before, value].flat()
  }
  return form
}
