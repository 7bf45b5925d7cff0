import { describe, expect, it } from 'vitest'
import {
  auditFilterOf,
  readAuditAddress,
} from '../../../src/client/features/settings/audit-address.ts'
import { describeAction } from '../../../src/client/features/settings/audit-words.ts'
import { describeErased } from '../../../src/client/features/settings/describe-erased.ts'
import { describeUserAgent } from '../../../src/client/features/settings/describe-user-agent.ts'
import {
  erasesSooner,
  organizationFormSchema,
} from '../../../src/client/features/settings/organization-form.ts'
import { fieldWords, valueWords } from '../../../src/client/lib/change-words.ts'

const webKit = 'AppleWebKit/605.1.15 (KHTML, like Gecko)'

describe('describeUserAgent', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0',
      'Firefox on Windows',
    ],
    [
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
      'Chrome on Linux',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0',
      'Edge on Windows',
    ],
    [
      `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webKit} Version/18.0 Safari/605.1.15`,
      'Safari on Mac',
    ],
    [
      `Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) ${webKit} Version/18.0 Mobile Safari/604.1`,
      'Safari on iPhone',
    ],
    [
      'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36',
      'Chrome on Android',
    ],
    ['curl/8.0', 'An unknown browser'],
    [null, 'An unknown browser'],
  ])('%s', (userAgent, words) => {
    expect(describeUserAgent(userAgent)).toBe(words)
  })
})

describe('the address of the audit log', () => {
  const id = '01890a5d-ac96-774b-bcce-b302099a8057'
  it.each([
    ['nothing', {}, {}],
    ['a kind', { who: 'api_key' }, { actorKind: 'api_key' }],
    ['a person', { who: id }, { actorId: id }],
    ['what was done', { what: 'call.canceled' }, { action: 'call.canceled' }],
    ['only what can be read', { who: 'nobody', what: 'call.eaten', from: 'yesterday' }, {}],
    [
      'whole days of the organization',
      { from: '2026-03-08', to: '2026-03-08' },
      // The day on which New York springs forward has 23 hours.
      { from: '2026-03-08T05:00:00Z', to: '2026-03-09T04:00:00Z' },
    ],
  ])('asks for %s', (_, address, filter) => {
    expect(auditFilterOf(readAuditAddress(address), 'America/New_York')).toEqual(filter)
  })
})

describe('the words of the audit log', () => {
  it('say what an older version called otherwise by its own name', () => {
    expect(describeAction('call.canceled')).toBe('canceled a call')
    expect(describeAction('robot.tuned_up')).toBe('robot tuned up')
  })

  it.each([
    ['npsScore', 'NPS score'],
    ['email', 'Email'],
  ])('write the field %s as %s', (name, words) => {
    expect(fieldWords(name)).toBe(words)
  })

  it.each([
    [null, '–'],
    ['', '–'],
    [false, 'no'],
    [7, '7'],
    [['price', 'team'], 'price, team'],
    [{ paused: true }, '{"paused":true}'],
  ])('write the value %j as %s', (value, words) => {
    expect(valueWords(value)).toBe(words)
  })
})

describe('describeErased', () => {
  const nothing = { serviceRecords: 0, calls: 0, transcripts: 0, recordings: 0, auditEntries: 0 }
  it.each([
    [nothing, 'There was nothing about this number. It is not called from now on.'],
    [{ ...nothing, calls: 1 }, '1 call is erased. The number is not called again.'],
    [
      { ...nothing, serviceRecords: 2, calls: 1, recordings: 1 },
      '2 visits, 1 call, and 1 recording are erased. The number is not called again.',
    ],
  ])('%j', (erased, words) => {
    expect(describeErased(erased)).toBe(words)
  })
})

describe('the form of an organization', () => {
  const read = (retentionDays: string) =>
    organizationFormSchema.safeParse({ name: 'Example Motors', timeZone: 'UTC', retentionDays })

  it.each([
    ['', null],
    [' 365 ', 365],
  ])('reads "%s" as %s days', (text, days) => {
    expect(read(text).data?.retentionDays).toBe(days)
  })

  it.each(['1.5', '-3', 'ever', '29', '4000'])('refuses "%s" at its field', (text) => {
    expect(read(text).error?.issues.map(({ path }) => path.join('.'))).toEqual(['retentionDays'])
  })

  it.each([
    [null, 30, true],
    [365, 30, true],
    [30, 365, false],
    [30, 30, false],
    [30, null, false],
  ])('from %s to %s days erases sooner: %s', (before, after, sooner) => {
    expect(erasesSooner(before, after)).toBe(sooner)
  })
})
