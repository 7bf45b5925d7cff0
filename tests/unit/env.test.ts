import { expect, test } from 'vitest'
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
