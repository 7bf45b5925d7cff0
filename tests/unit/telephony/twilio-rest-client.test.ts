import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { createLog } from '../../../src/server/create-log.ts'
import { createRestClient } from '../../../src/server/telephony/twilio/rest-client.ts'
import { standInAccount } from '../../support/stand-in-twilio/start-stand-in.ts'

const { accountSid, authToken } = standInAccount
const phoneNumber = '+14695550119'
const secrets = [
  ...[authToken, Buffer.from(`${accountSid}:${authToken}`).toString('base64')],
  ...[phoneNumber, encodeURIComponent(phoneNumber)],
]

/** Nobody listens there, which is how a network that is away looks. */
const away = { ...standInAccount, apiUrl: 'http://127.0.0.1:1', publicUrl: 'http://127.0.0.1:2' }

test('a request that fails tells neither the token nor whom it was to ring', async () => {
  const { calls } = createRestClient(away)
  const asked = calls.create({ to: phoneNumber, from: away.fromNumber, url: away.publicUrl })
  const error: unknown = await asked.catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ code: 'ECONNREFUSED' })
  const text = inspect(error, { depth: 20, showHidden: true })
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
})

test('the log keeps of an error what it is, and nothing that hangs on it', () => {
  const lines: string[] = []
  const log = createLog('info', { write: (line) => lines.push(line) })
  const config = { headers: { Authorization: authToken }, data: phoneNumber }
  const error = Object.assign(new TypeError('no answer'), { code: 'ECONNRESET', config })
  log.child({ part: 'dispatcher' }).error({ err: error }, 'it goes on')
  expect(JSON.parse(lines.join(''))).toMatchObject({
    msg: 'it goes on',
    err: { type: 'TypeError', message: 'no answer', code: 'ECONNRESET', stack: error.stack },
  })
  expect(secrets.filter((secret) => lines.join('').includes(secret))).toEqual([])
})
