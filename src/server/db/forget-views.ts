import { z } from 'zod'
import { readKeptView } from '../domain/saved-view.schema.ts'
import {
  type Clue,
  cluesIn,
  type KnownAs,
  leadsToName,
  type SearchClue,
  textEdge,
  type WordsClue,
} from '../domain/view-clues.ts'
import { folded } from './call-conditions.ts'
import { type DbTransaction, sql } from './client.ts'
import type { Traces } from './empty-traces.ts'
import { removeSavedView } from './saved-views.ts'

/**
 * Forgets the saved views that name a customer whose visits are about to be removed: by a search or
 * a name that leads to them by their name, number, order or plate, and to nobody else. Words that
 * lead to others as well tell nothing of one of them, and stay.
 */
export async function forgetViewsOf(tx: DbTransaction, traces: Traces): Promise<void> {
  const { organizationId } = traces
  const rows = await tx.savedView.findMany({ where: { organizationId } })
  if (rows.length === 0) return
  const customer = await readKnownAs(tx, traces)
  const suspects = rows.flatMap(({ userId, ...row }) => {
    const view = readKeptView(row)
    const clues = view === null ? [] : cluesIn(view, customer)
    return view === null || clues.length === 0 ? [] : [{ userId, view, clues }]
  })
  const leadsToOthers = await findOthers(
    tx,
    traces,
    suspects.flatMap(({ clues }) => clues),
  )
  for (const { userId, view, clues } of suspects) {
    if (clues.every(leadsToOthers)) continue
    await removeSavedView(tx, { organizationId, userId }, view)
  }
}

async function readKnownAs(
  tx: DbTransaction,
  { organizationId, callIds, recordIds, phoneNumbers }: Traces,
): Promise<KnownAs> {
  const calls = await tx.call.findMany({
    where: { organizationId, id: { in: [...callIds] } },
    select: { customerName: true, phoneNumber: true, serviceRecordId: true },
  })
  const ofCalls = calls.map(({ serviceRecordId }) => serviceRecordId)
  const visits = await tx.serviceRecord.findMany({
    where: { organizationId, id: { in: [...new Set([...recordIds, ...ofCalls])] } },
    select: { customerName: true, customerPhone: true, externalId: true, vehicleInfo: true },
  })
  const codes = visits.flatMap(({ externalId, vehicleInfo }) => [
    externalId,
    vehicleNumberIn(vehicleInfo),
  ])
  return {
    names: [...new Set([...calls, ...visits].map(({ customerName }) => customerName))],
    codes: [...new Set(codes)].filter((code) => code !== ''),
    phoneNumbers: [
      ...new Set([
        ...phoneNumbers,
        ...calls.map(({ phoneNumber }) => phoneNumber),
        ...visits.map(({ customerPhone }) => customerPhone),
      ]),
    ],
  }
}

/** Read by itself: it is searched for even where the rest was written by hand. */
const vehicleNumberIn = (vehicleInfo: unknown): string =>
  z.object({ vehicleNumber: z.string() }).safeParse(vehicleInfo).data?.vehicleNumber ?? ''

/** Says of the clues which of them lead to somebody who stays. */
async function findOthers(
  tx: DbTransaction,
  traces: Traces,
  clues: readonly Clue[],
): Promise<(clue: Clue) => boolean> {
  const found = await findSearched(
    tx,
    traces,
    clues.filter((clue) => clue.by === 'search'),
  )
  const names = await listNames(
    tx,
    traces,
    clues.filter((clue) => clue.by === 'words'),
  )
  return (clue) =>
    clue.by === 'search' ? found.has(clue) : names.some((name) => leadsToName(clue, name))
}

/** A search also finds tags, and the calls of an advisor by that name. */
async function findSearched(
  tx: DbTransaction,
  { organizationId, callIds, recordIds }: Traces,
  clues: readonly SearchClue[],
): Promise<Set<Clue>> {
  if (clues.length === 0) return new Set()
  const [texts, digits] = [clues.map(({ text }) => text), clues.map(({ digits }) => digits)]
  const rows = await tx.$queryRaw<{ at: number }[]>`
    with other as materialized (
      -- Folded once for all clues, which takes most of the time.
      select coalesce(c."searchText", ${folded(sql`s."customerName"`)}) as own,
        ${textEdge} || s."searchText" || ${textEdge} as codes,
        c."phoneNumber" as rung, s."customerPhone" as given
      from "ServiceRecord" s
      left join "Call" c on c."organizationId" = s."organizationId" and c."serviceRecordId" = s.id
      where s."organizationId" = ${organizationId}::uuid
        and s.id <> all(${[...recordIds]}::uuid[])
        and (c.id is null or c.id <> all(${[...callIds]}::uuid[])))
    select w.at::int - 1 as at
    from unnest(${texts}::text[], ${digits}::text[]) with ordinality as w(text, digits, at)
    where exists (
      select from other o
      where w.text <> '' and (strpos(o.own, w.text) > 0 or strpos(o.codes, w.text) > 0)
        or w.digits <> '' and (strpos(o.rung, w.digits) > 0 or strpos(o.given, w.digits) > 0))
      or w.text <> '' and exists (
        select from "ServiceAdvisor" a where a."organizationId" = ${organizationId}::uuid
          and strpos(${folded(sql`a.name`)}, w.text) > 0)`
  return new Set(rows.flatMap(({ at }) => clues[at] ?? []))
}

/** Of whoever stays, customers and advisors, and the tags: those that hold a word of each clue. */
async function listNames(
  tx: DbTransaction,
  { organizationId, callIds, recordIds }: Traces,
  clues: readonly WordsClue[],
): Promise<string[]> {
  if (clues.length === 0) return []
  // The longest word is in the fewest names.
  const words = clues.map((clue) => [...clue.words].reduce((a, b) => (b.length > a.length ? b : a)))
  const rows = await tx.$queryRaw<{ name: string }[]>`
    select distinct other.name from (
      select unnest(string_to_array(c."searchText", ${textEdge})) as name from "Call" c
      where c."organizationId" = ${organizationId}::uuid and c.id <> all(${[...callIds]}::uuid[])
      union all
      select ${folded(sql`s."customerName"`)} from "ServiceRecord" s
      where s."organizationId" = ${organizationId}::uuid and s.id <> all(${[...recordIds]}::uuid[])
        and not exists (select from "Call" c where c."organizationId" = s."organizationId"
          and c."serviceRecordId" = s.id)
      union all
      select ${folded(sql`a.name`)} from "ServiceAdvisor" a
      where a."organizationId" = ${organizationId}::uuid) other
    where exists (select from unnest(${[...new Set(words)]}::text[]) word
      where strpos(other.name, word) > 0)`
  return rows.map(({ name }) => name)
}
