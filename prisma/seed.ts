import { systemClock } from '../src/server/clock.ts'
import { createDb } from '../src/server/db/client.ts'
import { readEnvironment } from '../src/server/env.ts'
import { ensureDemoOrganization } from '../src/server/services/ensure-demo-organization.ts'
import { seedDemoDay } from '../src/server/services/seed-demo-day.ts'

/** Puts the demo organization and its day into the migrated database that DATABASE_URL names. */
async function seed(): Promise<string> {
  const { databaseUrl } = readEnvironment()
  if (databaseUrl === null) {
    return 'Set DATABASE_URL. The built-in database gets its demo day when the server starts.'
  }
  const db = createDb(databaseUrl)
  try {
    const organizationId = await ensureDemoOrganization(db)
    const isSeeded = await seedDemoDay({ db, clock: systemClock }, { organizationId })
    return isSeeded ? 'The demo day is in place.' : 'The demo organization has visits already.'
  } finally {
    await db.$disconnect()
  }
}

process.stdout.write(`${await seed()}\n`)
