import { accountRouter } from './account.ts'
import { apiKeysRouter } from './api-keys.ts'
import { auditRouter } from './audit.ts'
import { callScriptRouter } from './call-script.ts'
import { callsRouter } from './calls.ts'
import { campaignsRouter } from './campaigns.ts'
import { customersRouter } from './customers.ts'
import { demoRouter } from './demo.ts'
import { doNotCallRouter } from './do-not-call.ts'
import { router } from './init.ts'
import { insightsRouter } from './insights.ts'
import { organizationRouter } from './organization.ts'
import { scheduleConfigRouter } from './schedule-config.ts'
import { serviceRecordsRouter } from './service-records.ts'
import { teamRouter } from './team.ts'

export const appRouter = router({
  account: accountRouter,
  calls: callsRouter,
  scheduleConfig: scheduleConfigRouter,
  callScript: callScriptRouter,
  campaigns: campaignsRouter,
  doNotCall: doNotCallRouter,
  demo: demoRouter,
  serviceRecords: serviceRecordsRouter,
  organization: organizationRouter,
  apiKeys: apiKeysRouter,
  insights: insightsRouter,
  audit: auditRouter,
  customers: customersRouter,
  team: teamRouter,
})

export type AppRouter = typeof appRouter
