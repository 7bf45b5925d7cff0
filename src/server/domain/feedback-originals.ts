import { z } from 'zod'
import { instantSchema } from './call.schema.ts'

/** What the conversation brought and a person may put right. */
export const correctableFields = [
  'npsScore',
  'rating',
  'positiveMentions',
  'areasToImprove',
  'feedbackSummary',
] as const
export type CorrectableField = (typeof correctableFields)[number]

/** Those that stand on the visit, and so are shown by each of its calls. */
export const visitFields = ['positiveMentions', 'areasToImprove'] as const

/** What a field held before anybody changed it, and who changed it last. */
export const feedbackOriginalSchema = z.object({
  field: z.enum(correctableFields),
  value: z.union([z.number(), z.string(), z.array(z.string())]).nullable(),
  changedBy: z.string(),
  changedAt: instantSchema,
})
export type FeedbackOriginal = z.infer<typeof feedbackOriginalSchema>

const { value: valueSchema } = feedbackOriginalSchema.shape

type Edit = {
  createdAt: string
  actorName: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

/**
 * The original of each field that holds something else now; `edits` are all of them, the oldest
 * first. A field that was set back to its original has none. Where an edit found, or `current` holds,
 * something other than what the edit before it left, a later conversation has answered anew: what
 * that one brought is the original from then on.
 */
export function originalsOf(
  edits: readonly Edit[],
  current: Record<CorrectableField, unknown>,
): FeedbackOriginal[] {
  return correctableFields.flatMap((field) => {
    const changes = edits.filter(({ after }) => after !== null && field in after)
    const last = changes.at(-1)
    const isSame = (one: unknown, other: unknown) =>
      JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
    const first = changes.findLast(
      ({ before }, at) => at === 0 || !isSame(before?.[field], changes[at - 1]?.after?.[field]),
    )
    const value = valueSchema.safeParse(first?.before?.[field] ?? null)
    if (!value.success || last === undefined) return []
    if (!isSame(current[field], last.after?.[field])) return []
    if (isSame(value.data, current[field])) return []
    return [{ field, value: value.data, changedBy: last.actorName, changedAt: last.createdAt }]
  })
}
