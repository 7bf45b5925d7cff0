import { z } from 'zod'
import { callTabSchema, uuidSchema } from './call.schema.ts'
import {
  callSortWords,
  nobody,
  outcomeFilters,
  scoreFilters,
  statusFilters,
} from './call-filter-choices.ts'
import { longestViewName } from './saved-view-limits.ts'

const textOfOthers = z.string().max(1000)
const localDate = z.iso.date('Give a date like 2026-11-20.')

/** What the address of the calls page holds beside its tab, but for the call that is open. */
const addressParts = {
  q: z.string().trim().min(1).max(100),
  advisor: uuidSchema.or(z.literal(nobody)),
  service: textOfOthers,
  make: textOfOthers,
  praised: textOfOthers,
  blamed: textOfOthers,
  tag: z.string().trim().min(1).max(50),
  score: z.enum(scoreFilters),
  status: z.enum(statusFilters),
  outcome: z.enum(outcomeFilters),
  next: z.enum(['yes', 'no']),
  held: z.literal('yes'),
  tries: z.number().int().min(0).max(1000),
  demo: z.enum(['no', 'only']),
  sample: z.enum(['no', 'only']),
  campaign: uuidSchema,
  from: localDate,
  to: localDate,
  triedFrom: localDate,
  triedTo: localDate,
  triedHour: z.number().int().min(0).max(23),
  sort: z.enum(callSortWords),
}
const viewAddressSchema = z.strictObject(addressParts).partial()

const columnIds = z.array(z.string().max(40)).max(40).readonly()
const viewColumnsSchema = z.strictObject({
  hidden: columnIds,
  order: columnIds,
  widths: z
    .record(z.string().max(40), z.number().min(3).max(40))
    .refine((widths) => Object.keys(widths).length <= 40, 'Give at most 40 widths.'),
})

/** By which a person knows one of their views. */
export const savedViewKeySchema = z.strictObject({
  tab: callTabSchema,
  name: z
    .string()
    .trim()
    .min(1, 'Name the view.')
    .max(longestViewName, `Write a name of at most ${longestViewName} characters.`),
})
export type SavedViewKey = z.infer<typeof savedViewKeySchema>

/** A tab with its filters, its order and its columns, by a name. */
export const savedViewSchema = savedViewKeySchema.extend({
  address: viewAddressSchema,
  /** Absent: the columns stay as they are. */
  columns: viewColumnsSchema.optional(),
})
export type SavedView = z.infer<typeof savedViewSchema>

/** As much of a kept view as is known today: a word that there is no more narrows nothing. */
export function readKeptView(kept: {
  tab: string
  name: string
  address: unknown
  columns: unknown
}): SavedView | null {
  const given = z.record(z.string(), z.unknown()).catch({}).parse(kept.address)
  const known = Object.entries(addressParts).filter(
    ([key, part]) => part.safeParse(given[key]).success,
  )
  const view = savedViewSchema.safeParse({
    tab: kept.tab,
    name: kept.name,
    address: Object.fromEntries(known.map(([key]) => [key, given[key]])),
    columns: viewColumnsSchema.safeParse(kept.columns).data,
  })
  return view.success ? view.data : null
}
