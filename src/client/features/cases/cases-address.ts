import { addressOf, oneOf } from '../../lib/address.ts'

/** Reads what the address of the cases holds. */
export const readCasesAddress = addressOf({
  /** Absent: every open one. */
  show: oneOf(['mine', 'closed']),
  /** What narrows them, as a figure asks for. */
  only: oneOf(['overdue', 'unassigned', 'lately']),
})
export type CasesAddress = ReturnType<typeof readCasesAddress>
