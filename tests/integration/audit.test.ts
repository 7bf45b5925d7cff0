import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Prisma } from '../../src/server/db/generated/client.ts'
import { type AppWorld, createAppWorld } from '../support/app-world.ts'
import { makeCall, makeOrganization, makeServiceAdvisor } from '../support/factories.ts'

let world: AppWorld
beforeAll(async () => {
  world = await createAppWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

const robin = '01900000-0000-7000-8000-00000000000a'
const pushKey = '01900000-0000-7000-8000-00000000000b'

/** Five entries, the oldest first, two of them at the same instant. */
async function makeLog() {
  const { id: organizationId } = await makeOrganization(world.db)
  const make = (minute: number, of: Partial<Prisma.AuditEntryUncheckedCreateInput>) =>
    world.db.auditEntry.create({
      data: {
        organizationId,
        actorKind: 'user',
        actorId: robin,
        actorName: 'Robin',
        action: 'call.updated',
        subjectType: 'call',
        subjectId: 'a',
        createdAt: new Date(Date.UTC(2026, 10, 20, 10, minute)),
        ...of,
      },
    })
  const made = [
    await make(0, { before: { notes: null }, after: { notes: '=1+1' } }),
    await make(1, { subjectId: 'b' }),
    await make(2, { action: 'call.canceled' }),
    await make(2, { actorKind: 'api_key', actorId: pushKey, actorName: 'Push' }),
    await make(3, { actorKind: 'system', actorId: null, subjectType: 'customer', subjectId: null }),
  ]
  const owner = await world.identityOf(organizationId)
  const caller = await world.callerOf(organizationId)
  return { organizationId, owner, caller, ids: made.map(({ id }) => id) }
}

describe('audit.list', () => {
  it('answers the newest first, page by page, each entry once', async () => {
    const { caller, ids } = await makeLog()
    const seen: string[] = []
    let cursor: string | null = null
    let pages = 0
    do {
      const at: string | null = cursor
      const page = await caller.audit.list({ limit: 2, cursor: at })
      seen.push(...page.entries.map(({ id }) => id))
      cursor = page.nextCursor
      pages += 1
    } while (cursor !== null)
    expect(seen).toEqual([...ids].reverse())
    expect(pages).toBe(3)
  })

  it.each([
    [{ actorId: robin }, [2, 1, 0]],
    [{ actorKind: 'system' }, [4]],
    [{ action: 'call.canceled' }, [2]],
    [{ subjectType: 'customer' }, [4]],
    [{ subjectType: 'call', subjectId: 'b' }, [1]],
    [{ from: '2026-11-20T10:02:00Z' }, [4, 3, 2]],
    [{ to: '2026-11-20T10:02:00Z' }, [1, 0]],
    [{ from: '2026-11-20T10:01:00Z', to: '2026-11-20T10:03:00Z', actorId: pushKey }, [3]],
  ] as const)('is narrowed by %j', async (filter, wanted) => {
    const { caller, ids } = await makeLog()
    const { entries } = await caller.audit.list(filter)
    expect(entries.map(({ id }) => ids.indexOf(id))).toEqual(wanted)
  })

  it('shows who did what to what, before and after', async () => {
    const { caller } = await makeLog()
    const { entries } = await caller.audit.list({ to: '2026-11-20T10:01:00Z' })
    expect(entries).toMatchObject([
      {
        actorKind: 'user',
        actorId: robin,
        actorName: 'Robin',
        action: 'call.updated',
        subjectType: 'call',
        subjectId: 'a',
        createdAt: '2026-11-20T10:00:00.000Z',
        before: { notes: null },
        after: { notes: '=1+1' },
      },
    ])
  })

  it('names the field that is wrong', async () => {
    const { caller } = await makeLog()
    await expect(caller.audit.list({ cursor: 'nonsense' })).rejects.toThrow(/cursor/)
    await expect(caller.audit.list({ from: 'yesterday' })).rejects.toThrow(/"from"/)
  })

  it.each(['manager', 'agent', 'presenter', 'viewer'] as const)(
    'is not for the %s',
    async (role) => {
      const caller = await world.callerOf((await makeOrganization(world.db)).id, role)
      await expect(caller.audit.list({})).rejects.toMatchObject({
        code: 'FORBIDDEN',
        message: 'Only owners can do this.',
      })
    },
  )
})

/** The app asked by an identity that the test chooses. */
async function download(url: string, identity: AppWorld['identity'] | null) {
  await using asked = await createAppWorld({ identify: async () => identity })
  return asked.app.server.inject({ url: `/api/v1${url}` })
}

describe('CSV exports', () => {
  it('holds every call of a tab, over several pages, as the import would take it', async () => {
    const calls = 201
    const { id: serviceAdvisorId } = await makeServiceAdvisor(world.db, world.organizationId)
    for (let at = 0; at < calls; at += 1) {
      const customerName = at === 7 ? '=cmd|calc' : 'Ana Ruiz'
      await makeCall(world.db, world.organizationId, {
        record: { customerName, externalId: `RO-${at}`, serviceAdvisorId },
      })
    }
    const answer = await world.app.server.inject({ url: '/api/v1/calls/export.csv?tab=ready' })
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8; header=present')
    expect(answer.headers['content-disposition']).toBe(
      'attachment; filename="calls-2026-11-20.csv"',
    )
    expect(answer.body.startsWith('\uFEFFOrder number,')).toBe(true)
    const rows: Record<string, string>[] = parse(answer.body, { bom: true, columns: true })
    expect(new Set(rows.map((row) => row['Order number'])).size).toBe(calls)
    expect(rows.find((row) => row['Order number'] === 'RO-7')?.['Customer name']).toBe("'=cmd|calc")
    expect(answer.body).not.toMatch(/(^|,)"?[=+@-]/m)

    // What comes back is what went out: nothing is new, nothing changed, the hostile name is named.
    const visits = await world.db.serviceRecord.count()
    const report = await world.caller.serviceRecords.import({
      fileName: 'calls.csv',
      content: answer.body,
    })
    expect(report).toMatchObject({ created: 0, updated: 0, unchanged: calls - 1 })
    expect(report.badRows.map(({ column, value }) => [column, value])).toEqual([
      ['Customer name', '=cmd|calc'],
    ])
    expect(await world.db.serviceRecord.count()).toBe(visits)
  })

  it('is narrowed as the list is, and marks sample calls as it does', async () => {
    const [sample, own] = await Promise.all(
      [true, false].map((isSample) =>
        makeCall(world.db, world.organizationId, { tags: ['courtesy car'], record: { isSample } }),
      ),
    )
    const url = '/api/v1/calls/export.csv?tab=ready&tag=courtesy%20car'
    const rows: string[][] = parse((await world.app.server.inject({ url })).body, { bom: true })
    const marked = rows.slice(1).map((row) => row.slice(-2))
    expect(new Set(marked)).toEqual(
      new Set([
        ['yes', sample?.id],
        ['no', own?.id],
      ]),
    )
  })

  it.each([
    ['', 'tab'],
    ['?tab=all', 'tab'],
    ['?tab=ready&from=soon', 'from'],
    ['?tab=ready&color=red', 'color'],
    ['?tab=ready&search=%00', 'search'],
  ])('answers calls%s with 400 and the field', async (query, field) => {
    const answer = await world.app.server.inject({ url: `/api/v1/calls/export.csv${query}` })
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ code: 'BAD_REQUEST', issues: [{ path: field }] })
  })

  it('holds the audit log, for owners', async () => {
    const { organizationId } = await makeLog()
    await world.db.auditEntry.updateMany({
      where: { organizationId },
      data: { organizationId: world.organizationId },
    })
    const url = '/api/v1/audit-entries/export.csv?subjectType=call&subjectId=a'
    const answer = await world.app.server.inject({ url })
    expect(answer.headers['content-disposition']).toContain('audit-log-2026-11-20.csv')
    const rows: Record<string, string>[] = parse(answer.body, { bom: true, columns: true })
    expect(rows.map(({ Who, What }) => [Who, What])).toEqual([
      ['Push', 'call.updated'],
      ['Robin', 'call.canceled'],
      ['Robin', 'call.updated'],
    ])
    expect(rows.at(-1)?.After).toBe('{"notes":"=1+1"}')
  })

  it('refuses strangers and roles that may not', async () => {
    const manager = await world.identityOf((await makeOrganization(world.db)).id, 'manager')
    for (const [url, identity, status] of [
      ['/calls/export.csv?tab=ready', null, 401],
      ['/audit-entries/export.csv', null, 401],
      ['/audit-entries/export.csv', manager, 403],
    ] as const) {
      const answer = await download(url, identity)
      expect([url, answer.statusCode]).toEqual([url, status])
      expect(answer.headers['content-type']).toContain('application/json')
    }
  })
})
