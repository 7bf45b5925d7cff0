import type { Catalogue } from '../translator.ts'
import { auth } from './auth.ts'
import { calls } from './calls.ts'
import { campaigns } from './campaigns.ts'
import { cases } from './cases.ts'
import { common } from './common.ts'
import { components } from './components.ts'
import { demo } from './demo.ts'
import { detail } from './detail.ts'
import { doNotCall } from './do-not-call.ts'
import { firstSteps } from './first-steps.ts'
import { importing } from './import.ts'
import { insights } from './insights.ts'
import { lib } from './lib.ts'
import { nothingYet } from './nothing-yet.ts'
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
  ...detail,
  ...doNotCall,
  ...firstSteps,
  ...importing,
  ...insights,
  ...lib,
  ...nothingYet,
  ...schedule,
  ...script,
  ...settings,
  ...shell,
} as const satisfies Catalogue
