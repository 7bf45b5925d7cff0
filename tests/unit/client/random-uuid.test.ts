import { expect, it } from 'vitest'
import { randomUuid } from '../../../src/client/lib/random-uuid.ts'
import { uuidSchema } from '../../../src/server/domain/call.schema.ts'

it('makes ids that the server takes, and none twice', () => {
  const ids = Array.from({ length: 200 }, randomUuid)
  for (const id of ids) expect(uuidSchema.parse(id)).toBe(id)
  expect(new Set(ids).size).toBe(ids.length)
})
