import { type DestinationStream, type Logger, pino } from 'pino'

/**
 * The process's log: lines of JSON. Libraries hang whole requests on their errors, with credentials
 * and customers' numbers, so of an error only what it is gets into a line.
 */
export const createLog = (level: string, destination: DestinationStream): Logger =>
  pino({ level, serializers: { err: describeError } }, destination)

function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  // With the messages and stacks of its causes.
  const { type, message, stack } = pino.stdSerializers.err(error)
  return { type, message, stack, ...('code' in error && { code: error.code }) }
}
