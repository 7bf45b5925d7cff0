import { z } from 'zod'

/** Words of a conversation: `quote` stands, letter for letter, in the segment with this index. */
export const quotedWordsSchema = z.object({
  segmentIndex: z.int().nonnegative(),
  quote: z.string().min(1),
})
export type QuotedWords = z.infer<typeof quotedWordsSchema>

/** One finding of a call's feedback and the words that it rests on; a finding may have several. */
export const evidenceSchema = quotedWordsSchema.extend({
  about: z.enum(['score', 'praise', 'complaint', 'summary']),
  /** Which praise or complaint, by its text; null for score and summary, of which there is one. */
  mention: z.string().nullable(),
})
export type Evidence = z.infer<typeof evidenceSchema>

/** Who read a conversation, and what a reader of its feedback should know. */
export const analysisNoteSchema = z.object({
  by: z.string(),
  /** True where the words allow another reading. */
  isUncertain: z.boolean(),
  /** In words for people; null where nothing is to be said. */
  note: z.string().nullable(),
})
export type AnalysisNote = z.infer<typeof analysisNoteSchema>
