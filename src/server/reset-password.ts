import { openDatabase, Refusal, runAtTerminal, startFirst } from './at-terminal.ts'
import { systemClock } from './clock.ts'
import { readResetEmail } from './command-wishes.ts'
import { createDb, type Db } from './db/client.ts'
import { resetPassword } from './services/reset-password.ts'

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
  const email = readResetEmail(process.argv.slice(2))
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
