import { accountRouter } from './account.ts'
import { apiKeysRouter } from './api-keys.ts'
import { auditRouter } from './audit.ts'
import { callScriptRouter } from './call-script.ts'
import { callsRouter } from './calls.ts'
import { campaignsRouter } from './campaigns.ts'
import { casesRouter } from './cases.ts'
import { customersRouter } from './customers.ts'
import { demoRouter } from './demo.ts'
import { doNotCallRouter } from './do-not-call.ts'
import { router } from './init.ts'
import { insightsRouter } from './insights.ts'
import { organizationRouter } from './organization.ts'
import { sampleDataRouter } from './sample-data.ts'
import { savedViewsRouter } from './saved-views.ts'
import { scheduleConfigRouter } from './schedule-config.ts'
import { serviceRecordsRouter } from './service-records.ts'
import { stageRouter } from './stage.ts'
import { teamRouter } from './team.ts'
import { webhooksRouter } from './webhooks.ts'

export const appRouter = router({
  account: accountRouter,
  calls: callsRouter,
  savedViews: savedViewsRouter,
  scheduleConfig: scheduleConfigRouter,
  callScript: callScriptRouter,
  cases: casesRouter,
  campaigns: campaignsRouter,
  doNotCall: doNotCallRouter,
  demo: demoRouter,
  stage: stageRouter,
  serviceRecords: serviceRecordsRouter,
  sampleData: sampleDataRouter,
  organization: organizationRouter,
  apiKeys: apiKeysRouter,
  insights: insightsRouter,
  audit: auditRouter,
  customers: customersRouter,
  team: teamRouter,
  webhooks: webhooksRouter,
})

export type AppRouter = typeof appRouter
