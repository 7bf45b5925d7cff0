import type { FeedbackTag } from '../../domain/feedback-tags.ts'

/** Words that tell how a customer finds something, from -1 (bad) to 1 (good). */
export type Cue = {
  pattern: RegExp
  weight: number
  /** It means the same with a "not" before it, or holds one itself. */
  isFixed?: boolean
}

/** Something that a customer may praise or blame, and how they name it. */
export type Aspect = {
  tag: FeedbackTag
  pattern: RegExp
  /** The finding in English, whatever the language of the words. Null where it is never one. */
  whenGood: string | null
  whenBad: string | null
  /** Naming it is itself a complaint or a praise, unless it is said not to be so. */
  leaning?: 'good' | 'bad'
}

/**
 * What the rules know of a language. Patterns are matched against folded text: lower case, without
 * accents, each letter in its place.
 */
export type Lexicon = {
  cues: readonly Cue[]
  /** The most telling ones first: a clause gives one finding. */
  aspects: readonly Aspect[]
  /** Words after which a new thought begins, often the opposite one. */
  turns: RegExp
  /** Joins what may be two thoughts. */
  joints: RegExp
  /** Nothing to name, as an answer to what was good or what should be better. */
  nothing: RegExp
  wishes: readonly { tag: FeedbackTag; pattern: RegExp }[]
}

/** What can be said of each aspect; a lexicon adds how a language names it. */
const findings = {
  'friendly team': { whenGood: 'Friendly team', whenBad: 'Unfriendly treatment' },
  'waiting time': { whenGood: 'Quick and on time', whenBad: 'Long wait' },
  'waiting area': { whenGood: 'Pleasant waiting area', whenBad: 'Waiting area' },
  'same day': { whenGood: 'Done the same day', whenBad: null },
  price: { whenGood: 'Fair price', whenBad: 'Price' },
  billing: { whenGood: 'Clear invoice', whenBad: 'Problem with the invoice' },
  communication: { whenGood: 'Kept informed', whenBad: 'Not kept informed' },
  explanation: { whenGood: 'Clear explanations', whenBad: 'Unclear explanations' },
  'quality of work': { whenGood: 'Good work on the car', whenBad: 'Quality of the work' },
  'repeat problem': { whenGood: null, whenBad: 'The problem came back' },
  damage: { whenGood: null, whenBad: 'Damage to the vehicle' },
  'courtesy car': { whenGood: 'Courtesy car', whenBad: 'No good courtesy car' },
  'car wash': { whenGood: 'Car came back clean', whenBad: 'Car not clean' },
  appointment: { whenGood: 'Appointment kept', whenBad: 'Appointment' },
  booking: { whenGood: 'Easy booking', whenBad: 'Booking an appointment' },
  'opening hours': { whenGood: 'Good opening hours', whenBad: 'Opening hours' },
  parking: { whenGood: 'Good parking', whenBad: 'Parking' },
  checkout: { whenGood: 'Smooth pick-up', whenBad: 'Slow pick-up' },
  'complaint handling': { whenGood: 'Complaint handled well', whenBad: 'Handling of complaints' },
} satisfies Partial<Record<FeedbackTag, { whenGood: string | null; whenBad: string | null }>>

export const aspect = (
  tag: keyof typeof findings,
  pattern: RegExp,
  leaning?: Aspect['leaning'],
): Aspect => ({ tag, pattern, ...findings[tag], ...(leaning && { leaning }) })

/** Lower case and without accents, at the same length. */
export const fold = (text: string): string =>
  Array.from(text, (letter) => {
    const plain = letter.normalize('NFD')[0]?.toLowerCase() ?? letter
    return plain.length === letter.length ? plain : letter
  })
    .join('')
    .replaceAll('’', "'")
