import { Prisma } from './generated/client.ts'

const awayCodes = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028'])
const awayKinds = new Set(['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout'])
/**
 * Shutting down, crashed, starting up, or a statement that was cut off because it took too long, as
 * behind a lock that nobody gives back (PostgreSQL manual, appendix A, classes 08, 57P and 57014).
 */
const awayStates = /^(08|57P0[123]|57014)/

/** True for an error that says that the database cannot be reached, and so may pass by itself. */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientInitializationError) return true
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false
  if (awayCodes.has(error.code)) return true
  const cause = at(at(error.meta, 'driverAdapterError'), 'cause')
  const kind = at(cause, 'kind')
  const state = at(cause, 'originalCode')
  return (
    (typeof kind === 'string' && awayKinds.has(kind)) ||
    (typeof state === 'string' && awayStates.test(state))
  )
}

/** True where a row of the same key is there already. */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'

const at = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
