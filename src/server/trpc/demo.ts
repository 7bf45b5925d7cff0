import { z } from 'zod'
import { callSchema } from '../domain/call.schema.ts'
import {
  demoCreateSchema,
  demoInitiateSchema,
  demoResetInputSchema,
  demoResetSchema,
  demoScenarioSchema,
} from '../domain/demo.schema.ts'
import { createDemoCall } from '../services/create-demo-call.ts'
import { initiateDemoCall } from '../services/initiate-demo-call.ts'
import { resetDemo } from '../services/reset-demo.ts'
import { demoScenarios } from '../telephony/simulator/scenarios.ts'
import { may, router } from './init.ts'
import { rest } from './rest-meta.ts'

export const demoRouter = router({
  scenarios: may('demo.run')
    .output(z.array(demoScenarioSchema))
    .query(() => [...demoScenarios]),

  create: may('demo.run')
    .meta(rest('POST', '/calls/demo', 'Create a demo call, which nobody dials until it is started'))
    .input(demoCreateSchema)
    .output(callSchema)
    .mutation(({ ctx, input }) => createDemoCall(ctx.deps, ctx.identity, input)),

  initiate: may('demo.run')
    .meta(rest('POST', '/calls/demo/{callId}/initiate', 'Start a demo call'))
    .input(demoInitiateSchema)
    .output(callSchema)
    .mutation(({ ctx, input }) => {
      const { organizationId, actor, sight } = ctx.identity
      return initiateDemoCall(ctx.deps, { organizationId, actor, sight, ...input })
    }),

  reset: may('demo.run')
    .input(demoResetInputSchema)
    .output(demoResetSchema)
    .mutation(({ ctx, input }) => resetDemo(ctx.deps, ctx.identity, input?.callIds)),
})
