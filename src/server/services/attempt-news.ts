import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { toIso } from '../db/instants.ts'
import { type AttemptNews, attemptNewsSchema } from '../domain/call.schema.ts'

const historySchema = z.array(attemptNewsSchema).catch([])

/** A provider that repeats itself for ever must not make a row grow for ever. */
const longestHistory = 200

export function newsEntry(entry: {
  at: Temporal.Instant
  source: AttemptNews['source']
  event: string
  applied: boolean
}): AttemptNews {
  return { ...entry, at: toIso(entry.at) }
}

/** An attempt's stored history with one entry more. */
export function withNews(stored: unknown, entry: AttemptNews): AttemptNews[] {
  const history = historySchema.parse(stored)
  return history.length < longestHistory ? [...history, entry] : history
}
