import { scheduleSentences } from './sentences-schedule.ts'
import { wordSentences } from './sentences-words.ts'

/**
 * What the server writes in English, by its templates: a name in braces stands for whatever the
 * server puts there, which is itself looked up here. The first template that fits is taken, so the
 * narrower of two stands before the wider.
 */
export const sentences: Readonly<Record<string, string>> = {
  'Calling is paused': 'Las llamadas están en pausa',
  'tomorrow {time}': 'mañana {time}',
  'today {time}': 'hoy {time}',
  ...scheduleSentences,
  ...wordSentences,
}
