import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { selectCalls } from '../../src/server/db/call-row.ts'
import { sql } from '../../src/server/db/client.ts'
import {
  attemptNewsSchema,
  callSchema,
  gateResultSchema,
} from '../../src/server/domain/call.schema.ts'
import { statusesOfTab, tabOf } from '../../src/server/domain/call-status.ts'
import { eligibility } from '../../src/server/domain/eligibility.ts'
import { readCallingQuestions } from '../../src/server/services/read-calling-questions.ts'
import { seedDemoDay } from '../../src/server/services/seed-demo-day.ts'
import type { TestDatabase } from '../support/clone-database.ts'
import { makeOrganization } from '../support/factories.ts'
import { ManualClock } from '../support/manual-clock.ts'
import { ScriptedProvider } from '../support/scripted-provider.ts'
import { createTestDatabase } from '../support/test-database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

async function seed(at: string) {
  const { db } = database
  const { id } = await makeOrganization(db, { isDemo: true })
  const clock = new ManualClock(at)
  const isSeeded = await seedDemoDay({ db, clock }, { organizationId: id })
  return { id, clock, isSeeded }
}

const callsOf = (id: string) => selectCalls(database.db, sql`c."organizationId" = ${id}::uuid`)

describe('seeding a demo day', () => {
  it('writes calls that read like any other, with counts that agree, and does it once', async () => {
    const { db } = database
    const { id, clock, isSeeded } = await seed('2026-11-22T15:00:00Z')
    expect(isSeeded).toBe(true)
    const calls = await callsOf(id)
    for (const call of calls) callSchema.parse(call)
    const organization = await db.organization.findUniqueOrThrow({ where: { id } })
    expect(organization).toMatchObject({
      timeZone: 'America/New_York',
      readyCount: calls.filter(({ status }) => tabOf(status) === 'ready').length,
      missedCount: calls.filter(({ status }) => tabOf(status) === 'missed').length,
      completedCount: calls.filter(({ status }) => tabOf(status) === 'completed').length,
      feedSeq: 0n,
    })
    expect(await db.scheduleConfig.findMany({ where: { organizationId: id } })).toMatchObject([
      { version: 1, campaignId: null },
    ])
    expect(await seedDemoDay({ db, clock }, { organizationId: id })).toBe(false)
    expect(await callsOf(id)).toHaveLength(calls.length)
  })

  it('gives answered calls words, a recording and attempts whose gates were open', async () => {
    const { db } = database
    const { id } = await seed('2026-11-22T03:30:00Z')
    const completed = (await callsOf(id)).filter(({ status }) => status === 'completed')
    for (const call of completed) {
      expect(call.npsScore).not.toBeNull()
      expect(call.audioUrl).not.toBeNull()
      expect(call.overallFeedback).not.toBeNull()
      expect(call.durationSec).toBeGreaterThan(20)
    }
    const where = { organizationId: id }
    expect(await db.transcript.count({ where })).toBe(completed.length)
    for (const { storageKey } of await db.audioFile.findMany({ where })) {
      expect(storageKey).toMatch(/^bundled\/[a-z-]+\.mp3$/)
    }
    const attempts = await db.callAttempt.findMany({ where })
    expect(attempts.length).toBeGreaterThan(completed.length)
    for (const attempt of attempts) {
      const gates = gateResultSchema.array().parse(attempt.gates)
      expect(gates.filter(({ pass }) => !pass)).toEqual([])
      expect(attemptNewsSchema.array().parse(attempt.history).length).toBeGreaterThan(1)
    }
    const optedOut = completed.filter(({ outcome }) => outcome === 'opted_out')
    const low = completed.filter(({ npsScore }) => npsScore !== null && npsScore < 7)
    const cases = await db.case.findMany({ where })
    expect(cases.map(({ callId }) => callId).sort()).toEqual(low.map((call) => call.id).sort())
    // How many were unhappy is drawn anew for each organization.
    const open = cases.filter(({ closedAt }) => closedAt === null)
    expect(open).toHaveLength(Math.min(3, low.length))
    const refused = await db.doNotCall.findMany({ where })
    expect(refused.map(({ phoneNumber }) => phoneNumber).sort()).toEqual(
      optedOut.map(({ phoneNumber }) => phoneNumber).sort(),
    )
  })

  it.each(['2026-11-22T00:10:00Z', '2026-03-08T07:59:00Z', '2026-07-15T11:20:00Z'])(
    'lets the dispatcher place at least five calls within a minute of %s',
    async (at) => {
      const { db } = database
      const { id } = await seed(at)
      const ready = (await callsOf(id)).filter(({ status }) => statusesOfTab.ready.includes(status))
      const now = Temporal.Instant.from(at).add({ seconds: 60 })
      const questions = await readCallingQuestions(
        db,
        { zonesOfPhone: async () => [], provider: new ScriptedProvider() },
        { organizationId: id, callIds: ready.map((call) => call.id), now },
      )
      const eligible = questions.filter(
        ({ toJudge, facts }) => eligibility(toJudge, facts, now).eligible,
      )
      expect(eligible.length).toBeGreaterThanOrEqual(5)
    },
  )

  it('leaves an organization alone that is not for demos', async () => {
    const { db } = database
    const { id } = await makeOrganization(db)
    const clock = new ManualClock('2026-11-22T15:00:00Z')
    expect(await seedDemoDay({ db, clock }, { organizationId: id })).toBe(false)
    expect(await callsOf(id)).toEqual([])
  })
})
