import { z } from 'zod'
import { transcriptSegmentSchema, uuidSchema } from './call.schema.ts'
import { attemptOutcomes } from './call-status.ts'
import { conversationSteps, heardSchema } from './conversation.schema.ts'
import { conversationLanguageSchema } from './conversation-language.ts'
import { demoCreateSchema } from './demo.schema.ts'

/** What one attempt of a staged call is to be. */
const stageActSchema = z.object({
  outcome: z.enum(attemptOutcomes),
  /** What is heard once it is answered; null where nobody answers, or a guest does. */
  conversation: z
    .object({
      durationMs: z.number().int(),
      audioUrl: z.string(),
      segments: z.array(transcriptSegmentSchema),
    })
    .nullable(),
})
export type StageAct = z.infer<typeof stageActSchema>

/** One thing that can be shown on the stage: `live` is answered by whoever stands there. */
export const stageScenarioSchema = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  language: conversationLanguageSchema,
  kind: z.enum(['played', 'live']),
  /** One for each attempt; those after the last are as the last. */
  acts: z.array(stageActSchema).min(1),
})
export type StageScenario = z.infer<typeof stageScenarioSchema>

export const stageCreateSchema = demoCreateSchema.pick({
  scenarioId: true,
  customerName: true,
  phoneNumber: true,
})
export type StageCreate = z.output<typeof stageCreateSchema>

/** What a staged call is told to do next. */
export const stageNews = ['ringing', 'answered', 'ended'] as const
export type StageNews = (typeof stageNews)[number]
export const stageAdvanceSchema = z.strictObject({
  callId: uuidSchema,
  to: z.enum(stageNews, { error: `Choose what happens next: ${stageNews.join(', ')}.` }),
})

export const stageHoldSchema = z.strictObject({ callId: uuidSchema })

export const stageLineSchema = z.object({
  /** False once the call is over. */
  isOpen: z.boolean(),
})

export const stageTalkSchema = z.strictObject({
  callId: uuidSchema,
  /** Null begins the conversation, or tells the present turn once more. */
  answer: z.strictObject({ turn: z.int().min(1), heard: heardSchema }).nullable(),
})
export type StageTalk = z.infer<typeof stageTalkSchema>

/** What the call says now, and how it listens. */
export const stageTurnSchema = z.object({
  /** Answers name it; one to a turn that has passed changes nothing. */
  turn: z.number().int(),
  step: z.enum(conversationSteps),
  language: conversationLanguageSchema,
  say: z.array(z.object({ language: conversationLanguageSchema, text: z.string() })),
  /** Which key goes on in which other language, where it is offered. */
  otherLanguages: z.array(z.object({ key: z.string(), language: conversationLanguageSchema })),
  /** All that was said so far, this turn's own words at the end. */
  segments: z.array(transcriptSegmentSchema),
  npsScore: z.number().int().nullable(),
})
export type StageTurn = z.infer<typeof stageTurnSchema>

/** The scores of a month, as far as the caller sees them; demo calls count. */
export const stageFiguresSchema = z.object({
  score: z.number().nullable(),
  promoters: z.number().int(),
  passives: z.number().int(),
  detractors: z.number().int(),
  n: z.number().int(),
})
