import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { isSigned, type SignedParameters } from '../telephony/twilio/signature.ts'
import type { TwilioAccount } from '../telephony/twilio/twilio-account.ts'
import { answerError } from './failures.ts'

/** Twilio's bodies are a few hundred bytes; what was said in an answer makes them longer. */
const bodyLimit = 64 * 1024
/** Twilio's own are some thirty. */
const mostParameters = 200
const notSigned = { status: 403, message: 'This is not signed by Twilio.' }

/** From here on the room reads forms, and refuses whatever Twilio has not signed. */
export function readSignedForms(scope: FastifyInstance, account: TwilioAccount): void {
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit },
    (_request, body, done) => {
      const form = readForm(body.toString())
      done(form === null ? tooLong() : null, form)
    },
  )
  // Before anything is read: it need not be looked at.
  scope.addHook('onRequest', async (request, reply) => {
    if (request.headers['x-twilio-signature']) return
    answerError(request, reply, notSigned)
    return reply
  })
  scope.addHook('preHandler', async (request, reply) => {
    const { authToken, publicUrl } = account
    const url = new URL(publicUrl).origin + (request.raw.url ?? '')
    const signature = request.headers['x-twilio-signature']
    if (isSigned({ authToken, signature, url, parameters: formOf(request) })) return
    answerError(request, reply, notSigned)
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

/** Null for more than is ever sent. */
function readForm(body: string): SignedParameters | null {
  const form = new Map<string, string[]>()
  let count = 0
  for (const [name, value] of new URLSearchParams(body)) {
    count += 1
    if (count > mostParameters) return null
    const values = form.get(name)
    if (values) values.push(value)
    else form.set(name, [value])
  }
  return Object.fromEntries(
    [...form].map(([name, values]) => [name, values.length === 1 ? values.join('') : values]),
  )
}

const tooLong = () =>
  Object.assign(new Error('These are more parameters than Twilio sends.'), { statusCode: 400 })
