import { Refusal, readOptions } from './at-terminal.ts'
import { emailSchema } from './domain/account.schema.ts'
import { apiKeyCreateSchema } from './domain/api-key.schema.ts'
import { readScopes } from './domain/key-scope-words.ts'
import { keyScopes } from './domain/rights.ts'

const keyUsage = `Makes a key for a program and prints it; it cannot be read again.

  npm run --silent key -- --organization <slug> --name <name> --scope <scope>

Scopes: ${keyScopes.join(', ')}. Several: --scope read --scope write-visits, or --scope read,write-visits.`

/** What `npm run key` is asked for: the organization's slug, and the key to make. */
export function readKeyWishes(args: string[]) {
  const given = readOptions(
    args,
    {
      organization: { type: 'string' },
      name: { type: 'string' },
      scope: { type: 'string', multiple: true },
    },
    keyUsage,
  )
  const reading = readScopes(given.scope ?? [])
  if (!reading.ok) {
    throw new Refusal(
      `There is no scope "${reading.unknown}". The scopes are: ${keyScopes.join(', ')}.`,
    )
  }
  const missing = [
    given.organization ? [] : '--organization',
    given.name ? [] : '--name',
    reading.scopes.length > 0 ? [] : '--scope',
  ].flat()
  if (missing.length > 0) throw new Refusal(`Please give ${missing.join(' and ')}.\n\n${keyUsage}`)
  const key = apiKeyCreateSchema.safeParse({ name: given.name, scopes: reading.scopes })
  if (!key.success) throw new Refusal(key.error.issues.map(({ message }) => message).join('\n'))
  return { slug: given.organization ?? '', key: key.data }
}

const resetUsage = `Gives somebody who cannot sign in any more a new password and prints it.

  npm run --silent reset-password -- --email <address>

It ends all their sessions. They choose one of their own in Settings, under Your account.`

/** Whom `npm run reset-password` is asked to let in again. */
export function readResetEmail(args: string[]): string {
  const given = readOptions(args, { email: { type: 'string' } }, resetUsage).email
  if (given === undefined) throw new Refusal(`Please give --email.\n\n${resetUsage}`)
  const email = emailSchema.safeParse(given)
  if (!email.success) throw new Refusal(email.error.issues.map(({ message }) => message).join('\n'))
  return email.data
}
