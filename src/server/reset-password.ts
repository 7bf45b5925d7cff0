import { openDatabase, Refusal, readOptions, runAtTerminal, startFirst } from './at-terminal.ts'
import { systemClock } from './clock.ts'
import { createDb, type Db } from './db/client.ts'
import { emailSchema } from './domain/account.schema.ts'
import { resetPassword } from './services/reset-password.ts'

const usage = `Gives somebody who cannot sign in any more a new password and prints it.

  npm run --silent reset-password -- --email <address>

It ends all their sessions. They choose one of their own in Settings, under Your account.`

function readEmail(): string {
  const given = readOptions({ email: { type: 'string' } }, usage).email
  if (given === undefined) throw new Refusal(`Please give --email.\n\n${usage}`)
  const email = emailSchema.safeParse(given)
  if (!email.success) throw new Refusal(email.error.issues.map(({ message }) => message).join('\n'))
  return email.data
}

/** Whoever runs this may read the whole database: an unknown address is no secret here. */
async function noSuchAccount(db: Db, email: string): Promise<Refusal> {
  const owners = await db.member.findMany({
    where: { role: 'owner' },
    select: { user: { select: { email: true } } },
    orderBy: { user: { email: 'asc' } },
    distinct: ['userId'],
    take: 10,
  })
  if (owners.length === 0) return new Refusal(`There is no account yet. ${startFirst}`)
  const addresses = owners.map(({ user }) => `  ${user.email}`).join('\n')
  return new Refusal(
    `There is no account with the e-mail address "${email}". Owners are:\n${addresses}`,
  )
}

async function main(): Promise<string> {
  const email = readEmail()
  const database = await openDatabase()
  const db = createDb(database.url, { role: 'ringback_auth', maxConnections: 1 })
  try {
    const reset = await resetPassword({ db, clock: systemClock }, email)
    if (reset === null) throw await noSuchAccount(db, email)
    return reset.password
  } finally {
    await db.$disconnect()
    await database.close()
  }
}

await runAtTerminal(main)
