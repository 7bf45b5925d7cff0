import type { AttemptOutcome } from '../../domain/call-status.ts'

/** What one attempt on the stage is to be; a live one is answered by whoever stands there. */
export type StagedAttempt = { outcome: AttemptOutcome; conversationId: string | null }

/** A call that goes on when it is told to; one entry of `acts` for each attempt. */
export type StagedScenario = {
  id: string
  title: string
  description: string
  language: 'en' | 'es'
  kind: 'played' | 'live'
  acts: readonly [StagedAttempt, ...StagedAttempt[]]
}

const answered = (conversationId: string | null): StagedAttempt => ({
  outcome: 'answered',
  conversationId,
})

export const stagedScenarios: readonly StagedScenario[] = [
  {
    id: 'promoter',
    title: 'Delighted customer',
    description: 'Praises the same-day repair and gives a 10.',
    language: 'en',
    kind: 'played',
    acts: [answered('en-delighted-same-day')],
  },
  {
    id: 'detractor',
    title: 'Furious customer',
    description: 'Found a scratch, was blamed for it, and gives a 0.',
    language: 'en',
    kind: 'played',
    acts: [answered('en-furious-scratch')],
  },
  {
    id: 'retried',
    title: 'Missed, then reached',
    description: 'Nobody answers at first. The second try reaches a happy customer.',
    language: 'en',
    kind: 'played',
    acts: [{ outcome: 'no_answer', conversationId: null }, answered('en-kept-informed')],
  },
  {
    id: 'opt-out',
    title: 'Asks for no more calls',
    description:
      'Asks not to be called again. On the stage, nobody goes onto the do-not-call list.',
    language: 'en',
    kind: 'played',
    acts: [{ outcome: 'opted_out', conversationId: 'en-opt-out' }],
  },
  {
    id: 'spanish',
    title: 'Happy customer in Spanish',
    description: 'The same call in Spanish: kind service, and a 9.',
    language: 'es',
    kind: 'played',
    acts: [answered('es-trato-amable')],
  },
  {
    id: 'live',
    title: 'Answer it yourself',
    description: 'You or a guest are the customer. The script of real calls runs, word for word.',
    language: 'en',
    kind: 'live',
    acts: [answered(null)],
  },
]

const mark = 'stage:'

/** A scenario as it is kept with its call. */
export const keptStaged = ({ id }: StagedScenario) => mark + id

export const isStaged = (kept: string | null): boolean => kept?.startsWith(mark) ?? false

/** What `keptStaged` wrote; null for a call that goes on by itself. */
export const stagedScenarioOf = (kept: string | null): StagedScenario | null =>
  stagedScenarios.find((scenario) => keptStaged(scenario) === kept) ?? null

/** What the attempt of this number is to be; those after the last act are as it is. */
export const actOf = ({ acts }: StagedScenario, attemptNumber: number): StagedAttempt =>
  acts[Math.min(attemptNumber, acts.length) - 1] ?? acts[0]
