import type { Sentences } from '../translator.ts'
import { attempts } from './sentences-attempts.ts'
import { audit } from './sentences-audit.ts'
import { demo } from './sentences-demo.ts'
import { fields } from './sentences-fields.ts'
import { gates, quietHours } from './sentences-gates.ts'
import { imports } from './sentences-import.ts'
import { refusals, transitions } from './sentences-refusals.ts'
import { roles } from './sentences-roles.ts'
import { scheduleSentences } from './sentences-schedule.ts'
import { script } from './sentences-script.ts'
import { times } from './sentences-time.ts'
import { wordSentences } from './sentences-words.ts'

/**
 * What the server writes in English, by its templates: a name in braces stands for whatever the
 * server puts there, which is itself looked up here. The first template that fits is taken, so the
 * narrower of two stands before the wider.
 */
export const sentences: Sentences = {
  ...roles,
  ...transitions,
  ...refusals,
  ...fields,
  ...imports,
  ...script,
  ...scheduleSentences,
  ...attempts,
  ...quietHours,
  ...gates,
  ...audit,
  ...demo,
  ...times,
  ...wordSentences,
}
