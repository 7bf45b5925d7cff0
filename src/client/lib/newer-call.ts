import type { Call, CallDetail } from '../../server/domain/call.schema.ts'

/** A shown call with what a mutation answered, where the feed has not told anything newer yet. */
export const withAnswer = (known: CallDetail | undefined, answer: Call): CallDetail | undefined =>
  known && answer.version > known.version ? { ...known, ...answer } : known
