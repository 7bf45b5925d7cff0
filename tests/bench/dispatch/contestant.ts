/** One way to place due calls, running in its own process. */
export type Contestant = {
  /** Begins to place whatever is due, now and later. */
  start(): Promise<void>
  stop(): Promise<void>
}

/** Called when a call is asked for, and when it is done with. */
export type Tally = { asked(): void; done(count: number): void }

export const contestantNames = [
  'ringback',
  'pg-boss',
  'graphile-worker',
  'pg-boss bare',
  'graphile-worker bare',
] as const
export type ContestantName = (typeof contestantNames)[number]

/** What a queue library is handed for a call. */
export type Job = { organizationId: string; callId: string }

/** A provider that accepts at once. */
export async function placeAtOnce(placementKey: string): Promise<{ providerCallId: string }> {
  await new Promise((resolve) => setImmediate(resolve))
  return { providerCallId: `line-${placementKey}` }
}

export const connectionsEach = 10
export const queueName = 'calls'
