import { accountRouter } from './account.ts'
import { callsRouter } from './calls.ts'
import { demoRouter } from './demo.ts'
import { router } from './init.ts'
import { organizationRouter } from './organization.ts'
import { scheduleConfigRouter } from './schedule-config.ts'
import { serviceRecordsRouter } from './service-records.ts'
import { teamRouter } from './team.ts'

export const appRouter = router({
  account: accountRouter,
  calls: callsRouter,
  scheduleConfig: scheduleConfigRouter,
  demo: demoRouter,
  serviceRecords: serviceRecordsRouter,
  organization: organizationRouter,
  team: teamRouter,
})

export type AppRouter = typeof appRouter
