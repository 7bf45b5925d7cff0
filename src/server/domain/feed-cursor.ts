/** A position in an organization's feed. A new epoch makes every earlier position worthless. */
export type FeedPosition = { epoch: string; seq: bigint }

export const toCursor = (position: FeedPosition): string => `${position.epoch}:${position.seq}`

/** Reads a cursor that `cursorSchema` accepts; null for anything else. */
export function readCursor(cursor: string): FeedPosition | null {
  const [, epoch, seq] = /^([0-9a-f-]{36}):(\d{1,19})$/.exec(cursor) ?? []
  return epoch === undefined || seq === undefined ? null : { epoch, seq: BigInt(seq) }
}
