import { z } from 'zod'
import type { Identity } from '../auth/identity.ts'
import { listCases, readCaseSummary } from '../db/list-cases.ts'
import { readCaseRule } from '../db/read-organization.ts'
import { userIdOf } from '../domain/actor.ts'
import {
  caseAdvisorLinkSchema,
  caseAdvisorSchema,
  caseAssignSchema,
  caseCloseSchema,
  caseDueSchema,
  caseListInputSchema,
  casePageSchema,
  caseRuleSchema,
  caseSchema,
  caseSummarySchema,
} from '../domain/case.schema.ts'
import { assignCase, closeCase, moveCase } from '../services/change-case.ts'
import { changeCaseRule } from '../services/change-case-rule.ts'
import { linkAdvisor } from '../services/link-advisor.ts'
import { inSight } from './in-sight.ts'
import { may, router } from './init.ts'
import { rest, restList } from './rest-meta.ts'

const by = ({ organizationId, actor }: Identity) => ({ organizationId, actor })

export const casesRouter = router({
  /** Not for everybody who sees calls: a presenter sees no customer. */
  list: may('visits.read')
    .meta(restList('/cases', 'List cases that low scores opened: open ones by due date'))
    .input(caseListInputSchema)
    .output(casePageSchema)
    .query(async ({ ctx, input }) => {
      const now = ctx.deps.clock.now()
      const page = await inSight(ctx, (tx) =>
        listCases(tx, ctx.identity.organizationId, { ...input, now }),
      )
      ctx.reportNextCursor?.(page.nextCursor)
      return page
    }),

  summary: may('visits.read')
    .output(caseSummarySchema)
    .query(({ ctx }) => {
      const { organizationId, actor } = ctx.identity
      const asked = { userId: userIdOf(actor), now: ctx.deps.clock.now() }
      return inSight(ctx, (tx) => readCaseSummary(tx, organizationId, asked))
    }),

  assign: may('calls.work')
    .meta(rest('PUT', '/cases/{id}/owner', 'Give an open case to a member, or to nobody'))
    .input(caseAssignSchema)
    .output(caseSchema)
    .mutation(({ ctx, input }) => assignCase(ctx.deps, { ...by(ctx.identity), ...input })),

  moveDue: may('calls.work')
    .meta(rest('PUT', '/cases/{id}/due', 'Move until when an open case is to be closed'))
    .input(caseDueSchema)
    .output(caseSchema)
    .mutation(({ ctx, input }) => moveCase(ctx.deps, { ...by(ctx.identity), ...input })),

  close: may('calls.work')
    .meta(rest('POST', '/cases/{id}/close', 'Close a case with what was done'))
    .input(caseCloseSchema)
    .output(caseSchema)
    .mutation(({ ctx, input }) => closeCase(ctx.deps, { ...by(ctx.identity), ...input })),

  rule: may('visits.read')
    .meta(rest('GET', '/cases/rule', 'Read which scores open a case'))
    .output(caseRuleSchema)
    .query(({ ctx }) => inSight(ctx, (tx) => readCaseRule(tx, ctx.identity.organizationId))),

  changeRule: may('schedule.change')
    .meta(rest('PUT', '/cases/rule', 'Say which scores open a case from now on'))
    .input(caseRuleSchema)
    .output(caseRuleSchema)
    .mutation(({ ctx, input }) => changeCaseRule(ctx.deps, { ...by(ctx.identity), ...input })),

  advisors: may('team.read')
    .output(z.array(caseAdvisorSchema))
    .query(({ ctx }) =>
      inSight(ctx, (tx) =>
        tx.serviceAdvisor.findMany({
          where: { organizationId: ctx.identity.organizationId },
          select: { id: true, name: true, userId: true },
          orderBy: { name: 'asc' },
        }),
      ),
    ),

  linkAdvisor: may('team.manage')
    .input(caseAdvisorLinkSchema)
    .output(caseAdvisorSchema)
    .mutation(({ ctx, input }) => linkAdvisor(ctx.deps, { ...by(ctx.identity), ...input })),
})
