import type { Db } from '../../../src/server/db/client.ts'

/** One change of one call as the log has it. */
export type LogEntry = { seq: bigint; callId: string; version: number }

/** What a client has shown from one moment on: everything up to `upTo`, the rows being new. */
export type Told = { upTo: bigint; rows: readonly { id: string; version: number }[] }

export type Verdict = {
  /** Changes that were not on screen although the client believed itself to be past them. */
  missed: number
  /** Rows that came although they, or newer ones, were there already. */
  repeated: number
  /** Messages that led back, and rows from beyond what their message claims. */
  outOfOrder: number
}

export async function readLog(db: Db, organizationId: string): Promise<LogEntry[]> {
  return db.feedEvent.findMany({
    where: { organizationId },
    orderBy: { seq: 'asc' },
    select: { seq: true, callId: true, version: true },
  })
}

/** Holds a client against the log: after each message its screen is as the log was at that place. */
export function holdAgainstLog(
  log: readonly LogEntry[],
  start: { upTo: bigint; versions: ReadonlyMap<string, number> },
  told: readonly Told[],
): Verdict {
  const verdict: Verdict = { missed: 0, repeated: 0, outOfOrder: 0 }
  const shown = new Map(start.versions)
  let next = 0
  let at = -1n
  const check = (upTo: bigint) => {
    const newest = new Map<string, number>()
    const passed: LogEntry[] = []
    for (let entry = log[next]; entry !== undefined && entry.seq <= upTo; entry = log[next]) {
      newest.set(entry.callId, entry.version)
      passed.push(entry)
      next += 1
    }
    verdict.missed += passed.filter(
      (entry) => entry.version > (shown.get(entry.callId) ?? 0),
    ).length
    for (const [callId, version] of newest) {
      if ((shown.get(callId) ?? 0) > version) verdict.outOfOrder += 1
    }
    at = upTo
  }
  check(start.upTo)
  for (const { upTo, rows } of told) {
    if (upTo <= at) verdict.outOfOrder += 1
    for (const { id, version } of rows) {
      if (version <= (shown.get(id) ?? 0)) verdict.repeated += 1
      else shown.set(id, version)
    }
    check(upTo)
  }
  // Where the client ends, the log ends.
  verdict.missed += log.length - next
  return verdict
}

export const sumOf = (verdicts: readonly Verdict[]): Verdict => {
  const sum: Verdict = { missed: 0, repeated: 0, outOfOrder: 0 }
  for (const verdict of verdicts) {
    sum.missed += verdict.missed
    sum.repeated += verdict.repeated
    sum.outOfOrder += verdict.outOfOrder
  }
  return sum
}
