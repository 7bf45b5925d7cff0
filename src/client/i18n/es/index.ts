import type { Catalogue } from '../translator.ts'
import { auth } from './auth.ts'
import { calls } from './calls.ts'
import { caseDue } from './case-due.ts'
import { firstSteps } from './first-steps.ts'
import { lib } from './lib.ts'
import { nothingYet } from './nothing-yet.ts'

/** Spanish, as it is addressed to colleagues at work: usted, and short. One file per room of the page. */
export const es = {
  ...auth,
  ...calls,
  ...caseDue,
  ...firstSteps,
  ...lib,
  ...nothingYet,
} as const satisfies Catalogue
