import { type CallScript, callScriptSchema } from '../../../server/domain/call-script.schema.ts'
import type { ScriptStep } from '../../../server/domain/call-script-texts.ts'
import type { ConversationLanguage } from '../../../server/domain/conversation-language.ts'
import type { InputIssue } from '../../../server/domain/errors.ts'
import { capitalize } from '../../i18n/capitalize.ts'

/** What is wrong, by the path of the field that shows it; one message for each. */
export type Problems = Readonly<Record<string, string>>

/** The draft as it may be saved, or what is in the way, by the rules with which the server reads it. */
export function checkDraft(draft: CallScript): { script: CallScript | null; problems: Problems } {
  const result = callScriptSchema.safeParse(draft)
  if (result.success) return { script: result.data, problems: {} }
  const issues = result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
  return { script: null, problems: byField(issues) }
}

/** The server's own objections, placed like those found here. */
export const placeServerIssues = (issues: readonly InputIssue[]): Problems =>
  byField(issues.map(({ path, message }) => ({ path: path.replace(/^script\.?/, ''), message })))

export const textPath = (language: ConversationLanguage, step: ScriptStep) =>
  `languages.${language}.${step}`

/** The language and step of a problem's field; null for one of another field. */
export function placeOfProblem(path: string): { language: string; step: string } | null {
  const [of, language, step] = path.split('.')
  return of === 'languages' && language && step ? { language, step } : null
}

/** Beside its field a message need not say where it is: "English, greeting: say who calls". */
export function besideField(message: string): string {
  return capitalize(message.replace(/^\p{Lu}\p{L}+, [^:]+: /u, ''))
}

function byField(issues: readonly InputIssue[]): Problems {
  const problems: Record<string, string> = {}
  for (const { path, message } of issues) problems[path] ??= message
  return problems
}
