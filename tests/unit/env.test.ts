import { describe, expect, test } from 'vitest'
import { parseEnvironment } from '../../src/server/env.ts'

test('a fail point is read where only this machine reaches the server', () => {
  expect(parseEnvironment({ FAIL_AT: 'claimed:3' }).failPoint).toEqual({
    point: 'claimed',
    pass: 3,
  })
  expect(parseEnvironment({}).failPoint).toBeNull()
})

test.each<Record<string, string>>([
  { FAIL_AT: 'claimed:3', NODE_ENV: 'production' },
  { FAIL_AT: 'claimed:3', HOST: '0.0.0.0' },
  { FAIL_AT: 'claimed:3', PUBLIC_URL: 'https://calls.example.com' },
  { FAIL_AT: 'claimed' },
  { FAIL_AT: 'elsewhere:1' },
])('a fail point is refused: %o', (variables) => {
  expect(() => parseEnvironment(variables)).toThrow(/FAIL_AT/)
})

const database = { DATABASE_URL: 'postgresql://localhost/ringback' }
const account = {
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'token',
  TWILIO_FROM: '+12125550100',
  PUBLIC_URL: 'https://calls.example.com',
}
const twilio = { PROVIDER: 'twilio', DEMO: 'false', ...account }

describe('who places calls', () => {
  test.each<[string, Record<string, string>, string | undefined]>([
    ['the simulator on the built-in database', {}, 'simulator'],
    ['nobody on a database of your own, until you say so', database, undefined],
    ['the simulator where you say so', { ...database, PROVIDER: 'simulator' }, 'simulator'],
    ['the simulator for the demo', { ...database, DEMO: 'true' }, 'simulator'],
    ['nobody where a value is empty', { ...database, PROVIDER: '' }, undefined],
    ['Twilio where you say so', { ...database, ...twilio }, 'twilio'],
  ])('%s', (_name, variables, provider) => {
    expect(parseEnvironment(variables).telephony?.provider).toBe(provider)
  })

  test('what Twilio needs is named', () => {
    expect(() => parseEnvironment({ PROVIDER: 'twilio', TWILIO_FROM: '0800' })).toThrow(
      /TWILIO_FROM: write a number like[\s\S]*TWILIO_ACCOUNT_SID: is needed[\s\S]*PUBLIC_URL: is needed/,
    )
  })

  test.each<[string, Record<string, string>]>([
    ['the built-in database brings it', { ...twilio, DEMO: '' }],
    ['it is asked for', { ...twilio, ...database, DEMO: 'true' }],
  ])('nobody rings telephones from the demo: %s', (_name, variables) => {
    expect(() => parseEnvironment(variables)).toThrow(/DEMO: .*set DEMO=false/)
  })

  test('Twilio itself is answered over https only', () => {
    const variables = { ...twilio, PUBLIC_URL: 'http://calls.example.com' }
    expect(() => parseEnvironment(variables)).toThrow(/PUBLIC_URL: must begin with https/)
    const slashed = { ...variables, TWILIO_API_URL: 'https://api.twilio.com/' }
    expect(() => parseEnvironment(slashed)).toThrow(/PUBLIC_URL: must begin with https/)
    const open = { ...twilio, TWILIO_API_URL: 'http://proxy.example.com' }
    expect(() => parseEnvironment(open)).toThrow(/TWILIO_API_URL: must begin with https/)
    const proxied = { ...variables, TWILIO_API_URL: 'http://127.0.0.1:8080' }
    expect(parseEnvironment(proxied).telephony?.provider).toBe('twilio')
  })
})
