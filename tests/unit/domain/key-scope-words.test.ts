import { describe, expect, it } from 'vitest'
import { readScopes } from '../../../src/server/domain/key-scope-words.ts'

describe('readScopes', () => {
  it.each([
    [['read'], ['read']],
    [['write-calls'], ['write-calls']],
    [['write:calls'], ['write-calls']],
    [['calls:write'], ['write-calls']],
    [['write calls'], ['write-calls']],
    [['Write Call'], ['write-calls']],
    [['WRITE_VISITS'], ['write-visits']],
    [['service-records.write'], ['write-visits']],
    [['schedule/write'], ['write-schedule']],
    [['write-visits, read'], ['read', 'write-visits']],
    [['read write:calls schedule:write'], ['read', 'write-calls', 'write-schedule']],
    [
      ['read', 'write-visits', 'read'],
      ['read', 'write-visits'],
    ],
    [['', ' , '], []],
  ])('reads %j', (written, scopes) => {
    expect(readScopes(written)).toEqual({ ok: true, scopes })
  })

  it.each(['fly', 'write', 'calls', 'write-team', 'read-write', 'write write calls', 'écrire'])(
    'knows no %j',
    (written) => {
      expect(readScopes(['read', written])).toEqual({ ok: false, unknown: written })
    },
  )
})
