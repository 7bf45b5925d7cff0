import { z } from 'zod'
import type { Identity } from '../auth/identity.ts'
import { readScoreCounts } from '../db/read-score-counts.ts'
import { callSchema } from '../domain/call.schema.ts'
import { npsScore } from '../domain/nps.ts'
import {
  stageAdvanceSchema,
  stageCreateSchema,
  stageFiguresSchema,
  stageHoldSchema,
  stageLineSchema,
  stageScenarioSchema,
  stageTalkSchema,
  stageTurnSchema,
} from '../domain/stage.schema.ts'
import { advanceStagedCall } from '../services/advance-staged-call.ts'
import { createStagedCall } from '../services/create-demo-call.ts'
import { holdStagedLine } from '../services/hold-staged-line.ts'
import { readStageScenarios } from '../services/read-stage-scenarios.ts'
import { talkOnStage } from '../services/talk-on-stage.ts'
import { inSight } from './in-sight.ts'
import { may, router } from './init.ts'

/** Demo calls that a presenter moves on step by step; started and removed like any other demo call. */
export const stageRouter = router({
  scenarios: may('demo.run').output(z.array(stageScenarioSchema)).query(readStageScenarios),

  create: may('demo.run')
    .input(stageCreateSchema)
    .output(callSchema)
    .mutation(({ ctx, input }) => createStagedCall(ctx.deps, ctx.identity, input)),

  advance: may('demo.run')
    .input(stageAdvanceSchema)
    .output(callSchema)
    .mutation(({ ctx, input }) => advanceStagedCall(ctx.deps, toTarget(ctx, input))),

  hold: may('demo.run')
    .input(stageHoldSchema)
    .output(stageLineSchema)
    .mutation(({ ctx, input }) => holdStagedLine(ctx.deps, toTarget(ctx, input))),

  talk: may('demo.run')
    .input(stageTalkSchema)
    .output(stageTurnSchema)
    .mutation(({ ctx, input }) => talkOnStage(ctx.deps, toTarget(ctx, input))),

  figures: may('demo.run')
    .output(stageFiguresSchema)
    .query(({ ctx }) =>
      inSight(ctx, async (tx) => {
        const since = ctx.deps.clock.now().subtract({ hours: 24 * 30 })
        const { organizationId } = ctx.identity
        const counts = await readScoreCounts(tx, { organizationId, since })
        return npsScore(counts.flatMap(({ score, n }) => Array<number>(n).fill(score)))
      }),
    ),
})

/** What is asked of a staged call, with whose it is and what its caller may see. */
const toTarget = <Asked>({ identity }: { identity: Identity }, asked: Asked) => ({
  organizationId: identity.organizationId,
  sight: identity.sight,
  ...asked,
})
