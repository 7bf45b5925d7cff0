import type { Catalogue } from '../translator.ts'
import { auth } from './auth.ts'
import { calls } from './calls.ts'
import { common } from './common.ts'
import { components } from './components.ts'
import { doNotCall } from './do-not-call.ts'
import { lib } from './lib.ts'
import { schedule } from './schedule.ts'
import { settings } from './settings.ts'
import { shell } from './shell.ts'

/** Spanish, as it is addressed to colleagues at work: usted, and short. One file per room of the page. */
export const es = {
  ...common,
  ...auth,
  ...calls,
  ...components,
  ...doNotCall,
  ...lib,
  ...schedule,
  ...settings,
  ...shell,
} as const satisfies Catalogue
