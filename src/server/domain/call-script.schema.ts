import { z } from 'zod'
import { hasLooseBrace, placeholdersIn, scriptPlaceholders } from './call-script-placeholders.ts'
import {
  optionalSteps,
  type ScriptStep,
  scriptSteps,
  stepTitles,
  usualTexts,
} from './call-script-texts.ts'
import {
  type ConversationLanguage,
  conversationLanguageSchema,
  conversationLanguages,
  languageNames,
} from './conversation-language.ts'

const MAX_TEXT_LENGTH = 600

/** Whoever is called must hear who it is: these are nothing without the name. */
const namingSteps: ReadonlySet<ScriptStep> = new Set(['greeting', 'voicemail'])

const placeholdersOf = (step: ScriptStep): readonly string[] =>
  step === 'otherLanguage' ? [...scriptPlaceholders, 'key'] : scriptPlaceholders

/** What is wrong with a text, or null. */
function findTextProblem(step: ScriptStep, text: string): string | null {
  if (text === '') return optionalSteps.has(step) ? null : emptyProblems[step]
  const unknown = placeholdersIn(text).find((name) => !placeholdersOf(step).includes(name))
  if (unknown !== undefined) {
    const known = placeholdersOf(step).map((name) => `{${name}}`)
    return `{${unknown}} is not known. Use ${known.join(', ')}`
  }
  if (hasLooseBrace(text)) return 'a { or } stands alone. Write placeholders like {customerName}'
  if (namingSteps.has(step) && !placeholdersIn(text).includes('organizationName')) {
    return 'say who calls: put {organizationName} in'
  }
  return null
}

const emptyProblems: Record<ScriptStep, string> = {
  ...(Object.fromEntries(scriptSteps.map((step) => [step, 'write what is said'])) as Record<
    ScriptStep,
    string
  >),
  greeting: 'say who calls and why',
  recordingNotice: 'say that the call is recorded',
  optOutNotice: 'say how to get no more calls',
}

function textOf(language: ConversationLanguage, step: ScriptStep) {
  const place = `${languageNames[language]}, ${stepTitles[step].toLowerCase()}`
  return z
    .string({ error: `${place}: write a text` })
    .trim()
    .max(MAX_TEXT_LENGTH, { error: `${place}: use at most ${MAX_TEXT_LENGTH} characters` })
    .superRefine((text, context) => {
      const problem = findTextProblem(step, text)
      if (problem !== null) context.addIssue({ code: 'custom', message: `${place}: ${problem}` })
    })
    .default(usualTexts[language][step])
}

const textsOf = (language: ConversationLanguage) =>
  z.strictObject(
    Object.fromEntries(scriptSteps.map((step) => [step, textOf(language, step)])) as {
      [Step in ScriptStep]: ReturnType<typeof textOf>
    },
  )

const wholeNumber = (label: string, min: number, max: number) => {
  const error = `${label} must be a whole number from ${min} to ${max}`
  return z.int({ error }).min(min, { error }).max(max, { error })
}

/**
 * What a call says and how it listens. `callScriptSchema.parse({})` is a complete script in every
 * language; a language left out of given `languages` is not spoken.
 */
export const callScriptSchema = z
  .strictObject({
    languages: z
      .strictObject({ en: textsOf('en').optional(), es: textsOf('es').optional() })
      .prefault({ en: {}, es: {} }),
    /** Spoken to everybody whose language is not known. */
    defaultLanguage: conversationLanguageSchema.default('en'),
    /** What is done where a machine answers. */
    voicemail: z
      .enum(['leave_message', 'hang_up'], {
        error: 'Voicemail: choose leave_message or hang_up',
      })
      .default('leave_message'),
    /** How often a question is asked again before the call gives up. */
    maxRepeats: wholeNumber('The number of repeats', 0, 5).default(2),
    /** How long a short answer (a key, yes, a number) is waited for. */
    shortAnswerTimeoutSec: wholeNumber('The wait for a short answer, in seconds,', 2, 30).default(
      6,
    ),
    /** How long somebody may think before an answer in own words begins. */
    storyTimeoutSec: wholeNumber('The wait for an answer in own words, in seconds,', 2, 60).default(
      10,
    ),
  })
  .superRefine(({ languages, defaultLanguage }, context) => {
    if (languages[defaultLanguage] !== undefined) return
    const spoken = conversationLanguages.filter((language) => languages[language] !== undefined)
    context.addIssue({
      code: 'custom',
      path: ['defaultLanguage'],
      message:
        spoken.length === 0
          ? 'Keep at least one language'
          : `${languageNames[defaultLanguage]} is the usual language, and has no texts`,
    })
  })

export type CallScript = z.output<typeof callScriptSchema>

export const DEFAULT_CALL_SCRIPT: CallScript = callScriptSchema.parse({})

/** The languages of a script, its usual one first. */
export const languagesOf = (script: CallScript): ConversationLanguage[] => [
  script.defaultLanguage,
  ...conversationLanguages.filter(
    (language) => language !== script.defaultLanguage && script.languages[language] !== undefined,
  ),
]
