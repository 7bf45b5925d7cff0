import { phoneDigitsIn } from '../domain/call-filter.ts'
import { foldSearch } from '../domain/fold-text.ts'
import { readKeptView, type SavedView } from '../domain/saved-view.schema.ts'
import { folded } from './call-conditions.ts'
import { type DbTransaction, emptySql, type Sql, sql } from './client.ts'
import type { Traces } from './empty-traces.ts'
import { removeSavedView } from './saved-views.ts'

/** What a person typed into a view, as names and numbers are compared with it. */
type Words = { text: string; digits: string }

/**
 * Forgets the saved views that name a customer whose calls are about to be removed: by a search or a
 * name that leads to them by their name, number, order or plate, and to nobody else. Words that lead
 * to others as well tell nothing of one of them, and stay.
 */
export async function forgetViewsOf(
  tx: DbTransaction,
  { organizationId, callIds, phoneNumbers }: Omit<Traces, 'recordIds'>,
): Promise<void> {
  const rows = await tx.savedView.findMany({ where: { organizationId } })
  const typed = rows.flatMap(({ userId, ...row }) => {
    const view = readKeptView(row)
    return view === null ? [] : wordsOf(view).map((words) => ({ userId, view, words }))
  })
  const ids = [...callIds]
  const isTheirs = await findWords(tx, {
    words: typed.map(({ words }) => words),
    condition: sql`${leadsToCall(organizationId, sql`c.id = any(${ids}::uuid[])`)}
      ${orToNumber(phoneNumbers)}`,
  })
  // Only of few words is it asked whether a long list of calls has none with them.
  const suspects = typed.filter((_, at) => isTheirs.has(at))
  const isOfOthers = await findWords(tx, {
    words: suspects.map(({ words }) => words),
    condition: sql`${leadsToCall(organizationId, sql`c.id <> all(${ids}::uuid[])`)}
      or ${leadsToAdvisor(organizationId)}`,
  })
  for (const [at, { userId, view }] of suspects.entries()) {
    if (!isOfOthers.has(at)) await removeSavedView(tx, { organizationId, userId }, view)
  }
}

/** Of its name too: who looks for somebody often calls the view by them. */
function wordsOf({ name, address: { q } }: SavedView): Words[] {
  return (q === undefined ? [name] : [name, q]).map((text) => {
    const digits = text.replace(/\D/g, '')
    // Among other words, as many as a telephone number has.
    const isNumber = phoneDigitsIn(text) !== null || digits.length >= 7
    return { text: foldSearch(text), digits: isNumber ? digits : '' }
  })
}

/** The places of the words `w` of which the condition is true. */
async function findWords(
  tx: DbTransaction,
  { words, condition }: { words: readonly Words[]; condition: Sql },
): Promise<Set<number>> {
  if (words.length === 0) return new Set()
  const [texts, digits] = [words.map(({ text }) => text), words.map(({ digits }) => digits)]
  const rows = await tx.$queryRaw<{ at: number }[]>`
    select w.at::int - 1 as at
    from unnest(${texts}::text[], ${digits}::text[]) with ordinality as w(text, digits, at)
    where ${condition}`
  return new Set(rows.map(({ at }) => at))
}

const leadsToCall = (organizationId: string, which: Sql): Sql => sql`exists (
  select from "Call" c
  join "ServiceRecord" s on s."organizationId" = c."organizationId" and s.id = c."serviceRecordId"
  where c."organizationId" = ${organizationId}::uuid and ${which}
    and (strpos(${foldedName}, w.text) > 0 or strpos(s."searchText", w.text) > 0
      or strpos(' ' || w.text || ' ', ' ' || ${foldedName} || ' ') > 0
      or w.digits <> '' and strpos(c."phoneNumber", w.digits) > 0))`

/** The first part of what a search looks into; the last one are tags, which are nobody's name. */
const foldedName = sql`split_part(c."searchText", chr(31), 1)`

const orToNumber = (phoneNumbers: readonly string[]): Sql =>
  phoneNumbers.length === 0
    ? emptySql
    : sql`or w.digits <> '' and exists (
        select from unnest(${[...phoneNumbers]}::text[]) number where strpos(number, w.digits) > 0)`

const leadsToAdvisor = (organizationId: string): Sql => sql`exists (
  select from "ServiceAdvisor" a where a."organizationId" = ${organizationId}::uuid
    and strpos(${folded(sql`a.name`)}, w.text) > 0)`
