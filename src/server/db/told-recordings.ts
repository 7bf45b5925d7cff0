import type { Temporal } from 'temporal-polyfill'
import type { Db } from './client.ts'
import { toDate } from './instants.ts'

/** A recording that is being tried. */
export type ToldRecording = {
  id: string
  placementKey: string
  /** The provider's own id of it. */
  providerRecordingId: string
  durationMs: number
  /** With this one. */
  tries: number
}

/** Notes a recording that a provider told of; told again it stays noted once. */
export async function noteToldRecording(
  systemDb: Db,
  recording: {
    placementKey: string
    provider: string
    providerRecordingId: string
    durationMs: number
    now: Temporal.Instant
  },
): Promise<void> {
  const { now, ...columns } = recording
  const attempt = await systemDb.callAttempt.findUnique({
    where: { placementKey: columns.placementKey },
    select: { organizationId: true },
  })
  const organizationId = attempt?.organizationId ?? null
  await systemDb.toldRecording.createMany({
    data: [{ ...columns, organizationId, dueAt: toDate(now) }],
    skipDuplicates: true,
  })
}

/**
 * Takes what is due; nobody else is given it before `until`. The array is read once: a subquery that
 * is joined may be run for each row, locks a few more every time and so keeps to no limit.
 */
export const takeDueRecordings = (
  systemDb: Db,
  {
    provider,
    limit,
    now,
    until,
  }: { provider: string; limit: number; now: Temporal.Instant; until: Temporal.Instant },
): Promise<ToldRecording[]> => systemDb.$queryRaw`
  update "ToldRecording" set "dueAt" = ${toDate(until)}, tries = tries + 1
  where id = any(array(
    select id from "ToldRecording" where provider = ${provider} and "dueAt" <= ${toDate(now)}
    order by "dueAt" limit ${limit} for update skip locked))
  returning id, "placementKey", "providerRecordingId", "durationMs", tries`

export async function postponeRecording(
  systemDb: Db,
  { id, until }: { id: string; until: Temporal.Instant },
): Promise<void> {
  await systemDb.toldRecording.updateMany({ where: { id }, data: { dueAt: toDate(until) } })
}

export async function forgetRecording(systemDb: Db, id: string): Promise<void> {
  await systemDb.toldRecording.deleteMany({ where: { id } })
}
