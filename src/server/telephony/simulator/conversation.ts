import { z } from 'zod'
import { feedbackTags } from '../../domain/feedback-tags.ts'

/** A finding and the words it rests on: `quote` stands in `segments[segment]`, said by the customer. */
export const mentionSchema = z.object({
  text: z.string().min(1),
  segment: z.int().nonnegative(),
  quote: z.string().min(1),
})

/** One turn of speech; times are milliseconds from the start of the recording. */
export const conversationSegmentSchema = z.object({
  speaker: z.enum(['agent', 'customer']),
  text: z.string().min(1),
  startMs: z.int().nonnegative(),
  endMs: z.int().positive(),
})

/**
 * A recorded conversation that the simulator plays for an answered call. It names no person, place
 * or vehicle, because the same recording serves any visit. Findings and tags are English in every
 * language, so that they add up; `overallFeedback` keeps the customer's own words.
 */
export const conversationSchema = z.object({
  id: z.string().regex(/^(en|es)(-[a-z]+)+$/),
  language: z.enum(['en', 'es']),
  outcome: z.enum(['answered', 'opted_out']),
  wantsCallback: z.boolean(),
  npsScore: z.int().min(0).max(10),
  rating: z.int().min(1).max(5),
  callReason: z.string().min(1),
  feedbackSummary: z.string().min(1),
  positiveMentions: z.array(mentionSchema),
  areasToImprove: z.array(mentionSchema),
  tags: z.array(z.enum(feedbackTags)).min(1),
  overallFeedback: z.string().min(1),
  /** File name inside the `conversations` folder. */
  audioFile: z.string().regex(/^[a-z-]+\.mp3$/),
  durationMs: z.int().positive(),
  segments: z.array(conversationSegmentSchema).min(4),
})

export type Mention = z.infer<typeof mentionSchema>
export type Conversation = z.infer<typeof conversationSchema>

/** The findings alone, as calls and service records store them. */
export function mentionTexts(mentions: readonly Mention[]): string[] {
  return mentions.map((mention) => mention.text)
}
