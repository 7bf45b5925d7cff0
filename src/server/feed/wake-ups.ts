/** What one process tells the others: up to where an organization's log has grown. Never data. */
export type WakeUp = { organizationId: string; seq: bigint }

/**
 * How processes wake each other. Any of it may be lost: the log in the database stays the truth,
 * and each process polls it as well.
 */
export type WakeUps = {
  send(wakeUps: readonly WakeUp[]): Promise<void>
  /** Called once, before anything is sent. */
  listen(heard: {
    onWakeUp: (wakeUp: WakeUp) => void
    /** Others can be heard from now on, perhaps again: what was said before is to be looked up. */
    onConnected: () => void
  }): void
  close(): Promise<void>
}

/** For a process that is alone with its database. */
export const noWakeUps: WakeUps = {
  send: async () => undefined,
  listen: () => undefined,
  close: async () => undefined,
}

/** As one line of text: far below the 8,000 bytes that NOTIFY carries. */
export const writeWakeUp = ({ organizationId, seq }: WakeUp): string => `${organizationId}:${seq}`

/** Null for what is not a wake-up: anybody may speak on a channel. */
export function readWakeUp(text: string): WakeUp | null {
  const [, organizationId, seq] = /^([0-9a-f-]{36}):(\d{1,19})$/.exec(text) ?? []
  if (organizationId === undefined || seq === undefined) return null
  return { organizationId, seq: BigInt(seq) }
}
