import { expect, test } from 'vitest'
import { isSigned } from '../../../src/server/telephony/twilio/signature.ts'
import { sign } from '../../support/stand-in-twilio/callbacks.ts'

/** The examples of Twilio's documentation, of today and of earlier years; the token is 12345. */
const vectors = [
  { caller: '+12349013030', signature: '0/KCTR6DLpKmkAf8muzZqo1nDgQ=' },
  { caller: '+14158675309', signature: 'RSOYDt4T1cUTdK1PDd93/VVr8B8=' },
].map(({ caller, signature }) => ({
  authToken: '12345',
  signature,
  url: 'https://mycompany.com/myapp.php?foo=1&bar=2',
  parameters: {
    CallSid: 'CA1234567890ABCDE',
    Caller: caller,
    Digits: '1234',
    From: caller,
    To: '+18005551212',
  },
}))

test.each(vectors)('is recognised: $signature', (vector) => {
  expect(isSigned(vector)).toBe(true)
  expect(sign(vector.authToken, vector.url, vector.parameters)).toBe(vector.signature)
})

const [vector] = vectors
const altered: [name: string, change: Record<string, unknown>][] = [
  ['another token', { authToken: '12346' }],
  ['another query', { url: 'https://mycompany.com/myapp.php?foo=1&bar=3' }],
  ['http instead of https', { url: 'http://mycompany.com/myapp.php?foo=1&bar=2' }],
  ['other digits', { parameters: { ...vector?.parameters, Digits: '1235' } }],
  ['a parameter more', { parameters: { ...vector?.parameters, AnsweredBy: 'human' } }],
  ['no signature', { signature: undefined }],
  ['a signature cut short', { signature: '0/KCTR6DLpKmkAf8muzZqo1nDgQ' }],
]
test.each(altered)('is refused: %s', (_name, change) => {
  const request = { authToken: '', signature: '', url: '', parameters: {}, ...vector, ...change }
  expect(isSigned(request)).toBe(false)
})
