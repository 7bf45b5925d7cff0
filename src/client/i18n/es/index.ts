import type { Catalogue } from '../translator.ts'
import { auth } from './auth.ts'
import { calls } from './calls.ts'
import { common } from './common.ts'
import { lib } from './lib.ts'
import { schedule } from './schedule.ts'

/** Spanish, as it is addressed to colleagues at work: usted, and short. One file per room of the page. */
export const es = { ...auth, ...calls, ...common, ...lib, ...schedule } as const satisfies Catalogue
