import { existsSync } from 'node:fs'
import path from 'node:path'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { startEmbeddedServer } from './db/embedded-server.ts'
import { isDatabaseAway } from './db/failures.ts'
import { readEnvironment } from './env.ts'

export const startFirst = 'Start the server and create an organization first.'

/** An error whose words are all that the person at the terminal needs. */
export class Refusal extends Error {
  override toString = () => this.message
}

/** What was given at the terminal; refuses with `usage` what cannot be read, and where help is asked for. */
export function readOptions<T extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  options: T,
  usage: string,
) {
  const help = { type: 'boolean', short: 'h' } as const
  try {
    const { values } = parseArgs({ args, options: { ...options, help } })
    if ('help' in values && values.help) throw new Refusal(usage)
    return values
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal(`${error instanceof Error ? error.message : error}\n\n${usage}`)
  }
}

/** The database of a running server, or the built-in one, started for as long as it takes. */
export async function openDatabase() {
  const { databaseUrl, dataDir } = readEnvironment()
  if (databaseUrl === null && !existsSync(path.join(dataDir, 'postgres'))) {
    throw new Refusal(`There is no database in ${dataDir} yet. ${startFirst}`)
  }
  if (databaseUrl !== null) return { url: databaseUrl, close: async () => undefined }
  const server = await startEmbeddedServer({ dataDir })
  // Somebody else's to stop, also when that somebody was killed and comes back for it.
  return { url: server.url, close: async () => (server.wasAdopted ? undefined : server.stop()) }
}

/** Prints what a command answers and nothing else, or why it does not, and ends with 1 then. */
export async function runAtTerminal(command: () => Promise<string>): Promise<void> {
  try {
    process.stdout.write(`${await command()}\n`)
  } catch (error) {
    process.stderr.write(`${describe(error)}\n`)
    process.exitCode = 1
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error) || error instanceof Refusal) return String(error)
  if (isDatabaseAway(error)) return 'The database does not answer. Is DATABASE_URL right?'
  // Neither tables nor roles are there before a server of this version was started once.
  if (/does not exist/.test(error.message)) return `The database is not set up yet. ${startFirst}`
  return error.message
}
