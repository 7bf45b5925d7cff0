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
 * first. One that was set back to its original needs none.
 */
export function originalsOf(edits: readonly Edit[]): FeedbackOriginal[] {
  return correctableFields.flatMap((field) => {
    const changes = edits.filter(({ after }) => after !== null && field in after)
    const [first, last] = [changes[0], changes.at(-1)]
    const value = valueSchema.safeParse(first?.before?.[field] ?? null)
    if (!value.success || last === undefined) return []
    if (JSON.stringify(value.data) === JSON.stringify(last.after?.[field] ?? null)) return []
    return [{ field, value: value.data, changedBy: last.actorName, changedAt: last.createdAt }]
  })
}
