export const actorKinds = ['user', 'api_key', 'system'] as const

/** Who does something: a person, a program with a key, or Ringback itself. */
export type Actor =
  | { kind: 'user'; id: string; name: string }
  | { kind: 'api_key'; id: string; name: string }
  | { kind: 'system'; id: null; name: 'Ringback' }

/** What happens by itself. */
export const systemActor = { kind: 'system', id: null, name: 'Ringback' } as const satisfies Actor

/** For columns that point at a person. */
export const userIdOf = (actor: Actor): string | null => (actor.kind === 'user' ? actor.id : null)
