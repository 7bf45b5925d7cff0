import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Identity, identityOfKey } from '../../../src/server/auth/identity.ts'
import { keyScopes, type Role, roles } from '../../../src/server/domain/rights.ts'
import { csvExports } from '../../../src/server/http/csv-exports.ts'
import { type AppWorld, createAppWorld } from '../../support/app-world.ts'
import { makeCall } from '../../support/factories.ts'
import { furnishHouse, type House } from '../../support/walls/furnished-house.ts'
import { hostileTexts } from '../../support/walls/hostile-texts.ts'

const allButPresenter = roles.filter((role) => role !== 'presenter')

/** Who may take what away, written down once more. */
const table: Record<string, { query: string; roles: readonly Role[]; scopes: readonly string[] }> =
  {
    '/calls/export.csv': { query: 'tab=ready', roles, scopes: ['read'] },
    '/cases/export.csv': { query: '', roles: allButPresenter, scopes: ['read'] },
    '/insights/export.csv': {
      query: 'from=2026-11-01&to=2026-11-30',
      roles: ['owner', 'manager', 'viewer'],
      scopes: ['read'],
    },
    '/audit-entries/export.csv': { query: '', roles: ['owner'], scopes: [] },
  }

let world: AppWorld
let ours: House
let theirs: House
let identity: Identity | null = null
beforeAll(async () => {
  world = await createAppWorld({ identify: async () => identity })
  ours = await furnishHouse(world.db, 'own')
  theirs = await furnishHouse(world.db, 'k4n4ry')
})
afterAll(() => world[Symbol.asyncDispose]())

async function take(path: string, as: Identity | null, query = table[path]?.query ?? '') {
  identity = as
  return world.app.server.inject({ url: `/api/v1${path}?${query}` })
}

it('knows every export', () => {
  expect(csvExports.map(({ path }) => path).sort()).toEqual(Object.keys(table).sort())
})

it("names each file by the day on the organization's clock", async () => {
  const owner = await world.identityOf(ours.organizationId)
  // 22:00 in New York, and the next day in Greenwich.
  await world.clock.advance(10 * 3_600_000)
  for (const { path, fileName } of csvExports) {
    const { headers } = await take(path, owner)
    expect(headers['content-disposition']).toBe(`attachment; filename="${fileName}-2026-11-20.csv"`)
  }
})

describe.each(csvExports)('$path', ({ path }) => {
  it('is for those who may, and empty of other organizations', async () => {
    expect((await take(path, null)).statusCode).toBe(401)
    for (const role of roles) {
      const answer = await take(path, await world.identityOf(ours.organizationId, role))
      const status = table[path]?.roles.includes(role) ? 200 : 403
      expect({ role, status: answer.statusCode }).toEqual({ role, status })
      expect(answer.body).not.toContain(theirs.mark)
      for (const id of Object.values(theirs.ids)) expect(answer.body).not.toContain(id)
      // Whoever stands before an audience takes nothing of a real customer away.
      if (role === 'presenter' && status === 200) expect(answer.body).not.toContain('Notes own')
    }
    for (const scope of keyScopes) {
      const { organizationId, ids } = ours
      const key = { organizationId, id: ids.key, name: 'Key', scopes: [scope] }
      const answer = await take(path, identityOfKey(key))
      const status = table[path]?.scopes.includes(scope) ? 200 : 403
      expect({ scope, status: answer.statusCode }).toEqual({ scope, status })
    }
  })

  it('names the field that it does not know', async () => {
    const owner = await world.identityOf(ours.organizationId)
    const answer = await take(path, owner, 'tab=ready&tga=x&from=soon')
    expect(answer.statusCode).toBe(400)
    const { issues } = answer.json<{ issues: { path: string }[] }>()
    expect(issues.map((issue) => issue.path)).toEqual(expect.arrayContaining(['from', 'tga']))
  })

  it('holds no cell that a spreadsheet runs', async () => {
    const owner = await world.identityOf(ours.organizationId)
    const endTime = new Date('2026-11-20T16:00:00Z')
    for (const text of hostileTexts) {
      const name = { customerName: text, serviceType: text, externalId: `${text} ${path}` }
      const { organizationId } = ours
      const { id: callId } = await makeCall(world.db, organizationId, {
        notes: text,
        tags: [text],
        record: name,
        // Of figures only answered calls are part.
        ...(path === '/insights/export.csv' && { status: 'completed', npsScore: 9, endTime }),
      })
      await world.db.case.create({
        data: { organizationId, callId, openedAt: endTime, dueAt: endTime },
      })
      await world.db.auditEntry.create({
        data: {
          organizationId: ours.organizationId,
          actorKind: 'user',
          actorName: text,
          action: text,
          subjectType: text,
          subjectId: text,
          after: { notes: text },
        },
      })
    }
    const { body } = await take(path, owner)
    const rows = parse(body, { bom: true, relax_column_count: false }) as string[][]
    expect(rows.length).toBeGreaterThan(hostileTexts.length)
    const cells = rows.flat()
    for (const text of hostileTexts) {
      expect(cells.map((cell) => cell.replaceAll("'", ''))).toContain(text.replaceAll("'", ''))
    }
    expect(
      cells.filter((cell) => /^[=+@\t\r\uff1d\uff0b\uff0d\uff20]|^-(?!\d+(\.\d+)?$)/.test(cell)),
    ).toEqual([])
  })
})
