import { addressOf, oneOf } from '../../lib/address.ts'

/** Reads what the address of the cases holds. */
export const readCasesAddress = addressOf({
  /** Absent: every open one. */
  show: oneOf(['mine', 'closed']),
})
export type CasesShown = 'open' | 'mine' | 'closed'
