import type { AttemptOutcome } from '../../domain/call-status.ts'

/** A course that a presenter can pick for a demo call. */
export type DemoScenario = {
  id: string
  title: string
  description: string
  language: 'en' | 'es'
  outcome: AttemptOutcome
  /** What is played once the call is answered; null where it is not. */
  conversationId: string | null
}

const hostileMark = 'hostile:'

/** A scenario as it is kept with a call: what is played, and whether the provider misbehaves over it. */
export const keptScenario = (id: string, isHostile: boolean) => (isHostile ? hostileMark + id : id)

/** What `keptScenario` wrote. */
export const scenarioOf = (kept: string | null): { id: string | null; isHostile: boolean } =>
  kept?.startsWith(hostileMark)
    ? { id: kept.slice(hostileMark.length), isHostile: true }
    : { id: kept, isHostile: false }

export const demoScenarios: readonly DemoScenario[] = [
  {
    id: 'promoter',
    title: 'Delighted customer',
    description: 'Answers at once, praises the same-day repair and gives a 10.',
    language: 'en',
    outcome: 'answered',
    conversationId: 'en-delighted-same-day',
  },
  {
    id: 'passive',
    title: 'Satisfied, but the bill was a surprise',
    description: 'Content with the work and the team, not with the price. Gives a 7.',
    language: 'en',
    outcome: 'answered',
    conversationId: 'en-dearer-than-quoted',
  },
  {
    id: 'callback-wish',
    title: 'Wants to be called back',
    description: 'The problem returned after two days. Gives a 3 and asks for a person.',
    language: 'en',
    outcome: 'answered',
    conversationId: 'en-callback-problem-back',
  },
  {
    id: 'furious',
    title: 'Furious customer',
    description: 'Found a scratch on the door and was blamed for it. Gives a 0.',
    language: 'en',
    outcome: 'answered',
    conversationId: 'en-furious-scratch',
  },
  {
    id: 'spanish-promoter',
    title: 'Happy customer in Spanish',
    description: 'The same call in Spanish: kind service, a clean car, a 9.',
    language: 'es',
    outcome: 'answered',
    conversationId: 'es-trato-amable',
  },
  {
    id: 'spanish-detractor',
    title: 'Upset customer in Spanish',
    description: 'Four days without a word and a bill nobody explained. Gives a 1.',
    language: 'es',
    outcome: 'answered',
    conversationId: 'es-retraso-sin-aviso',
  },
  {
    id: 'opt-out',
    title: 'Asks for no more calls',
    description: 'Answers, then asks to be taken off the list. The wish is kept at once.',
    language: 'en',
    outcome: 'opted_out',
    conversationId: 'en-opt-out',
  },
  {
    id: 'missed',
    title: 'Nobody answers',
    description: 'Rings until it gives up. The call shows under Missed Calls.',
    language: 'en',
    outcome: 'no_answer',
    conversationId: null,
  },
  {
    id: 'busy',
    title: 'The line is busy',
    description: 'The customer is talking to somebody else.',
    language: 'en',
    outcome: 'busy',
    conversationId: null,
  },
  {
    id: 'voicemail',
    title: 'Voicemail',
    description: 'A machine picks up and no message is left.',
    language: 'en',
    outcome: 'voicemail',
    conversationId: null,
  },
]
