import type { TranscriptSegment } from '../../domain/call.schema.ts'
import { fold } from './lexicon.ts'

/**
 * What an answer answers. `formal`: whether we may record or call back, and the like; `other`: it
 * makes no difference to how the answer is read.
 */
export type Question = 'formal' | 'good' | 'better' | 'other'

// In English and Spanish at once: they share no words that could be taken for each other.
const formal =
  /call you( back)?|llamarle|llamarte|record|grab(a|e|o)|automat|feedback call|another language|otro idioma/
const better = /\bbetter\b|improve|differently|\bmejor(ar|a|amos)?\b/
const good =
  /do well|did well|was good|went well|like best|liked? most|hicimos bien|gust(o|a) mas|fue lo mejor/

/** The question that the service centre's side asked last before this segment. */
export function questionBefore(
  segments: readonly TranscriptSegment[],
  segmentIndex: number,
): Question {
  const asked = segments.slice(0, segmentIndex).findLast(({ speaker }) => speaker === 'agent')
  const text = fold(asked?.text ?? '')
  if (good.test(text)) return better.test(text.replace(good, '')) ? 'other' : 'good'
  if (better.test(text)) return 'better'
  return formal.test(text) ? 'formal' : 'other'
}
