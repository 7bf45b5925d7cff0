import { fastify } from 'fastify'
import { expect, test } from 'vitest'
import { formOf, readSignedForms } from '../../../src/server/http/twilio-form.ts'
import { sign } from '../../support/stand-in-twilio/callbacks.ts'
import { standInAccount } from '../../support/stand-in-twilio/start-stand-in.ts'

const account = { ...standInAccount, apiUrl: 'http://127.0.0.1:1', publicUrl: 'http://127.0.0.1:2' }

/** A room that answers with the form that it read. */
function openRoom() {
  const server = fastify()
  server.register(async (scope) => {
    readSignedForms(scope, account)
    scope.post('/news', async (request) => formOf(request))
  })
  return async (
    payload: string,
    {
      signature,
      type = 'application/x-www-form-urlencoded',
    }: {
      signature?: string
      type?: string
    } = {},
  ) => {
    const signed = signature !== undefined && { 'x-twilio-signature': signature }
    const answer = await server.inject({
      method: 'POST',
      url: '/news',
      payload,
      headers: { 'content-type': type, ...signed },
    })
    return { status: answer.statusCode, body: answer.body }
  }
}

const room = openRoom()
const url = `${account.publicUrl}/news`

test('a name that comes several times has all its values, whatever it is called', async () => {
  // Each value is signed with its name before it.
  const signature = sign(account.authToken, url, { a: '1a2a3', constructor: 'x' })
  const { status, body } = await room('a=1&constructor=x&a=2&a=3', { signature })
  expect(status).toBe(200)
  expect(JSON.parse(body)).toEqual({ a: ['1', '2', '3'], constructor: 'x' })
})

test('what is not signed is refused before it is read', async () => {
  // Read, it would be refused as no form at all.
  expect(await room('{', { type: 'application/json' })).toMatchObject({ status: 403 })
  expect(await room('a=1&'.repeat(300))).toMatchObject({ status: 403 })
})

test('far more than Twilio sends is refused', async () => {
  const signature = 'any'
  expect((await room('a&'.repeat(200), { signature })).status).toBe(403)
  expect((await room('a&'.repeat(201), { signature })).status).toBe(400)
  expect((await room('a&'.repeat(32_000), { signature })).status).toBe(400)
})

test('only forms are read', async () => {
  for (const type of ['application/json', 'text/plain']) {
    expect((await room('{}', { type, signature: 'any' })).status).toBe(415)
  }
})
