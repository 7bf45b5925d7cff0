import { describe, expect, it } from 'vitest'
import { Refusal } from '../../src/server/at-terminal.ts'
import { readKeyWishes, readResetEmail } from '../../src/server/command-wishes.ts'

/** What a person at the terminal reads instead of an answer. */
function refusalOf(read: () => unknown): string {
  try {
    read()
  } catch (error) {
    if (error instanceof Refusal) return error.message
    throw error
  }
  throw new Error('It was not refused')
}

describe('the key command', () => {
  it('reads what it is asked for', () => {
    const asked = [
      '--organization',
      'demo',
      '--name',
      ' Push ',
      '--scope',
      'read',
      '--scope=calls:write',
    ]
    expect(readKeyWishes(asked)).toEqual({
      slug: 'demo',
      key: { name: 'Push', scopes: ['read', 'write-calls'] },
    })
  })

  it.each([
    [['--organization', 'demo', '--name', 'Push', '--scope', 'fly'], /^There is no scope "fly"\./],
    [['--organization', 'demo'], /^Please give --name and --scope\.\n\nMakes a key/],
    [['--organisation', 'demo'], /^Unknown option '--organisation'/],
    [['--organization', 'demo', '--name', 'x'.repeat(101), '--scope', 'read'], /100 characters/],
    [['-h'], /^Makes a key/],
  ])('refuses %j in words', (args, words) => {
    expect(refusalOf(() => readKeyWishes(args))).toMatch(words)
  })
})

describe('the command that resets a password', () => {
  it('reads an address as people write it', () => {
    expect(readResetEmail(['--email', ' ROBIN@EXAMPLE.COM'])).toBe('robin@example.com')
  })

  it.each([
    [['--email', 'robin'], /^Write an e-mail address/],
    [[], /^Please give --email\./],
    [['--mail', 'robin@example.com'], /^Unknown option '--mail'/],
  ])('refuses %j in words', (args, words) => {
    expect(refusalOf(() => readResetEmail(args))).toMatch(words)
  })
})
