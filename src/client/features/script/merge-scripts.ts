import type { CallScript } from '../../../server/domain/call-script.schema.ts'
import { type ScriptTexts, scriptSteps } from '../../../server/domain/call-script-texts.ts'
import { conversationLanguages } from '../../../server/domain/conversation-language.ts'

export const isSameScript = (one: CallScript, other: CallScript): boolean =>
  JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other))

/** Theirs, with every text and rule on top that I changed since `base`. */
export function mergeScripts(scripts: {
  base: CallScript
  mine: CallScript
  theirs: CallScript
}): CallScript {
  const { base, mine, theirs } = scripts
  const rules = Object.fromEntries(
    Object.entries(mine).filter(([name, value]) => base[name as keyof CallScript] !== value),
  )
  const languages: CallScript['languages'] = {}
  for (const language of conversationLanguages) {
    const [old, own, other] = [base, mine, theirs].map((script) => script.languages[language])
    const wasChanged = (old === undefined) !== (own === undefined)
    const texts = wasChanged ? own : own && other ? mergeTexts(old ?? own, own, other) : other
    if (texts !== undefined) languages[language] = texts
  }
  return { ...theirs, ...rules, languages }
}

const mergeTexts = (old: ScriptTexts, own: ScriptTexts, other: ScriptTexts): ScriptTexts => ({
  ...other,
  ...Object.fromEntries(
    scriptSteps.flatMap((step) => (own[step] === old[step] ? [] : [[step, own[step]]])),
  ),
})

/** A language that was taken out and put back is where it was. */
const inOrder = ({ languages, ...rest }: CallScript) => ({
  ...Object.fromEntries(Object.entries(rest).sort()),
  languages: conversationLanguages.map((language) => {
    const texts = languages[language]
    return texts && scriptSteps.map((step) => texts[step])
  }),
})
