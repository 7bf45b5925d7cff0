import type { Catalogue } from '../translator.ts'
import { auth } from './auth.ts'
import { calls } from './calls.ts'
import { campaigns } from './campaigns.ts'
import { cases } from './cases.ts'
import { common } from './common.ts'
import { components } from './components.ts'
import { demo } from './demo.ts'
import { doNotCall } from './do-not-call.ts'
import { importing } from './import.ts'
import { insights } from './insights.ts'
import { lib } from './lib.ts'
import { schedule } from './schedule.ts'
import { script } from './script.ts'
import { settings } from './settings.ts'
import { shell } from './shell.ts'

/** Spanish, as it is addressed to colleagues at work: usted, and short. One file per room of the page. */
export const es = {
  ...auth,
  ...calls,
  ...campaigns,
  ...cases,
  ...common,
  ...components,
  ...demo,
  ...doNotCall,
  ...importing,
  ...insights,
  ...lib,
  ...schedule,
  ...script,
  ...settings,
  ...shell,
} as const satisfies Catalogue
