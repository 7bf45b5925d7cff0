import type { Waiting } from './waiting-call.ts'

/** Which numbers are on the line, and the calls that wait until theirs is free. */
export type NumberLines = {
  open(phoneNumber: string | null): void
  /** Gives every call that waits for the number its turn again. */
  close(phoneNumber: string | null): void
  isOpen(phoneNumber: string): boolean
  park(call: Waiting): void
  hasParked(): boolean
}

export function createNumberLines(giveTurn: (call: Waiting) => void): NumberLines {
  const active = new Map<string, number>()
  const parked = new Map<string, Waiting[]>()
  return {
    open(phoneNumber) {
      if (phoneNumber !== null) active.set(phoneNumber, (active.get(phoneNumber) ?? 0) + 1)
    },
    close(phoneNumber) {
      if (phoneNumber === null) return
      const left = (active.get(phoneNumber) ?? 1) - 1
      if (left > 0) return void active.set(phoneNumber, left)
      active.delete(phoneNumber)
      const waiting = parked.get(phoneNumber) ?? []
      parked.delete(phoneNumber)
      for (const call of waiting) giveTurn(call)
    },
    isOpen: (phoneNumber) => active.has(phoneNumber),
    park(call) {
      const { phoneNumber } = call.run
      const waiting = parked.get(phoneNumber)
      if (waiting) waiting.push(call)
      else parked.set(phoneNumber, [call])
    },
    hasParked: () => parked.size > 0,
  }
}
