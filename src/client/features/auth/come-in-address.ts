import { addressOf, flag, ownPath } from '../../lib/address.ts'

/** Reads what the address of a door says. */
export const readComeInAddress = addressOf({
  /** Where one wanted to go. */
  to: ownPath,
  /** The session ended although nobody signed out here. */
  ended: flag,
})
