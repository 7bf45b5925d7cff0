import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDb, type Db, type DbTransaction } from '../../../src/server/db/client.ts'
import { inOrganization } from '../../../src/server/db/in-organization.ts'
import { readFeedAfter } from '../../../src/server/db/read-feed.ts'
import type { TestDatabase } from '../../support/clone-database.ts'
import { createTestDatabase } from '../../support/test-database.ts'
import { furnishHouse, type House } from '../../support/walls/furnished-house.ts'

let database: TestDatabase
let ours: House
let theirs: House
beforeAll(async () => {
  database = await createTestDatabase()
  ours = await furnishHouse(database.db, 'own')
  theirs = await furnishHouse(database.db, 'theirs')
})
afterAll(() => database[Symbol.asyncDispose]())

const dbRoles = ['ringback_app', 'ringback_dispatcher', 'ringback_auth'] as const

/** As what the rows of a table belong to an organization; null where they do not. */
type Table = { name: string; owner: string | null; isProtected: boolean }
const readTables = (): Promise<Table[]> =>
  database.db.$queryRaw`
    select c.relname as name, c.relrowsecurity as "isProtected",
      case when c.relname = 'Organization' then 'id' else (
        select a.attname from pg_attribute a
        where a.attrelid = c.oid and a.attname in ('organizationId', 'referenceId')) end as owner
    from pg_class c
    where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
      and c.relname <> '_prisma_migrations'
    order by 1`

const refusal = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'nothing was refused',
    (error: unknown) => String(error),
  )

describe('the roles', () => {
  it('own nothing and bypass nothing', async () => {
    const found = await database.db.$queryRaw`
      select r.rolname as name, r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb
          or r.rolreplication or r.rolcanlogin as "isMighty",
        exists (select from pg_class c where c.relowner = r.oid) as "ownsTables",
        exists (select from pg_auth_members m where m.member = r.oid) as "isMember",
        has_schema_privilege(r.oid, current_schema()::regnamespace, 'CREATE') as "mayCreate"
      from pg_roles r where r.rolname = any(${[...dbRoles]}) order by r.rolname`
    const harmless = { isMighty: false, ownsTables: false, isMember: false, mayCreate: false }
    expect(found).toEqual([...dbRoles].sort().map((name) => ({ name, ...harmless })))
  })

  it('are those that the server connects as', async () => {
    const nameOf = async (db: Db) =>
      (await db.$queryRaw<{ user: string }[]>`select current_user as user`)[0]?.user
    expect(await nameOf(database.appDb)).toBe('ringback_app')
    expect(await nameOf(database.systemDb)).toBe('ringback_dispatcher')
  })

  it('find no view and no function that looks with the eyes of the owner', async () => {
    const views = await database.db.$queryRaw`
      select relname from pg_class
      where relnamespace = current_schema()::regnamespace and relkind in ('v', 'm', 'f')`
    const definers = await database.db.$queryRaw`
      select proname from pg_proc
      where pronamespace = current_schema()::regnamespace and prosecdef`
    expect([views, definers]).toEqual([[], []])
  })
})

describe('every table', () => {
  it('is behind the wall', async () => {
    const tables = await readTables()
    expect(tables.length).toBeGreaterThan(15)
    expect(tables.filter(({ isProtected }) => !isProtected)).toEqual([])
  })

  it('that belongs to organizations shows the application those of the named one alone', async () => {
    const open = await database.db.$queryRaw`
      select c.relname as name, p.polname as policy from pg_class c
      left join pg_policy p on p.polrelid = c.oid and p.polpermissive
        and p.polroles && array['ringback_app'::regrole::oid, 0::oid]
      where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
        and has_any_column_privilege('ringback_app', c.oid, 'SELECT')
        and pg_get_expr(p.polqual, p.polrelid) !~ 'ringback_organization\(\)' is not false`
    expect(open).toEqual([])
  })

  it('shows nothing where no organization is named', async () => {
    for (const { name } of await readableTables('ringback_app')) {
      expect({ name, seen: await countAs(database.appDb, name) }).toEqual({ name, seen: 0 })
    }
  })

  it('shows every row of the named organization and none of another', async () => {
    for (const { name, owner } of await readableTables('ringback_app')) {
      const seen = await inOrganization(database.appDb, ours.organizationId, (tx) =>
        countAs(tx, name),
      )
      // A table without a row here would pass whatever it shows: the house has one in each.
      expect({ name, seen: seen > 0 }).toEqual({ name, seen: true })
      if (owner === null) continue
      const all = await countAs(database.db, name, `"${owner}" = '${ours.organizationId}'`)
      expect({ name, seen }).toEqual({ name, seen: all })
    }
  })

  /** Without those that the database makes itself, which nobody may write. */
  async function givenColumns(table: string): Promise<string> {
    const rows = await database.db.$queryRaw<{ name: string }[]>`
      select attname as name from pg_attribute
      where attrelid = ${`"${table}"`}::regclass and attnum > 0 and not attisdropped
        and attgenerated = ''`
    return rows.map(({ name }) => `"${name}"`).join(', ')
  }

  it('takes no row of another organization, by no kind of write', async () => {
    const tables = (await readableTables('ringback_app')).filter(
      ({ name, owner }) => owner === 'organizationId' && name !== 'AuditEntry',
    )
    for (const { name } of tables) {
      const write = (statement: string) =>
        inOrganization(database.appDb, ours.organizationId, (tx) => tx.$executeRawUnsafe(statement))
      const where = `where "organizationId" = '${theirs.organizationId}'`
      const move = `update "${name}" set "organizationId" = '${theirs.organizationId}'`
      expect({ name, deleted: await write(`delete from "${name}" ${where}`) }).toEqual({
        name,
        deleted: 0,
      })
      expect(await refusal(write(move)), name).toContain('row-level security')
      const columns = await givenColumns(name)
      const copy = `insert into "${name}" (${columns}) select ${columns} from (
        select (jsonb_populate_record(t, ${stamp})).* from "${name}" t limit 1) as copied`
      const isPartlyHidden = name === 'WebhookEndpoint'
      const refused = isPartlyHidden ? 'permission denied' : 'row-level security'
      expect(await refusal(write(copy)), name).toContain(refused)
    }
  })

  it('is forgotten by a connection once its transaction is over', async () => {
    const db = createDb(database.url, { role: 'ringback_app', maxConnections: 1 })
    await inOrganization(db, ours.organizationId, (tx) => countAs(tx, 'Call'))
    expect(await countAs(db, 'Call')).toBe(0)
    await refusal(inOrganization(db, ours.organizationId, () => Promise.reject(new Error('no'))))
    expect(await countAs(db, 'Call')).toBe(0)
    await db.$disconnect()
  })

  it('is named by the reading of a feed for that reading alone', async () => {
    const db = createDb(database.url, { role: 'ringback_app', maxConnections: 1 })
    const after = { seq: 0n, maxEvents: 1000 }
    const read = (session: Db | DbTransaction, { organizationId }: House) =>
      readFeedAfter(session, { ...after, organizationId })
    const mine = await read(db, ours)
    const yours = await read(db, theirs)
    expect(mine?.rows.length).toBeGreaterThan(0)
    const ids = new Set(mine?.rows.map(({ callId }) => callId))
    expect(yours?.rows.filter(({ callId }) => ids.has(callId))).toEqual([])
    expect(await countAs(db, 'FeedEvent')).toBe(0)
    const nowhere = { ...ours, organizationId: '00000000-0000-7000-8000-000000000000' }
    expect(await read(db, nowhere)).toBeNull()

    const seen = await inOrganization(db, ours.organizationId, async (tx) => {
      await read(tx, theirs)
      return tx.$queryRaw`select current_setting('ringback.organization_id') as id`
    })
    expect(seen).toEqual([{ id: ours.organizationId }])
    await db.$disconnect()
  })
})

const stamp = `jsonb_build_object('organizationId', '00000000-0000-7000-8000-000000000000')`

describe('who sees demo calls only', () => {
  /** What tells nothing of a real customer; of all else a presenter sees no row, or the demo's. */
  const harmless = [
    'Agent',
    'CallScript',
    'CallingPause',
    'Campaign',
    'Organization',
    'ScheduleConfig',
    'ServiceAdvisor',
    'Member',
    'User',
  ]
  /**
   * Asked by the gates of a demo call, and listed by no procedure that a presenter may call: they
   * learn no more than that the number which they typed may not be called.
   */
  const asked = ['DoNotCall']
  const ofDemo = ['Call', 'CoveredVisit', 'ServiceRecord']

  it('sees no row of a real customer in any table', async () => {
    for (const { name } of await readableTables('ringback_app')) {
      if ([...harmless, ...asked].includes(name)) continue
      const seen = await inOrganization(
        database.appDb,
        ours.organizationId,
        (tx) => countAs(tx, name),
        { sight: 'demo' },
      )
      expect({ name, seen }).toEqual({ name, seen: ofDemo.includes(name) ? 1 : 0 })
    }
  })
})

describe('what a role may read', () => {
  it('is, for signing in, nothing of calls', async () => {
    const names = (await readableTables('ringback_auth')).map(({ name }) => name)
    expect(names).toEqual([
      ...[
        'Account',
        'ApiKey',
        'AuditEntry',
        'IdentityChange',
        'Invitation',
        'Member',
        'Organization',
      ],
      ...['ServerSecret', 'Session', 'User', 'Verification'],
    ])
    const columns = await database.db.$queryRaw`
      select a.attname from pg_attribute a where a.attrelid = '"AuditEntry"'::regclass
        and a.attnum > 0 and has_column_privilege('ringback_auth', a.attrelid, a.attnum, 'SELECT')`
    expect(columns).toEqual([{ attname: 'id' }])
  })

  it('is, for the dispatcher, nothing of how people sign in', async () => {
    const names = (await readableTables('ringback_dispatcher')).map(({ name }) => name)
    for (const name of ['Account', 'ApiKey', 'ServerSecret', 'Session', 'User', 'Verification']) {
      expect(names).not.toContain(name)
    }
  })

  /** Every column that is named like something secret, and who reads it. */
  const secrets: Record<string, readonly string[]> = {
    'Account.accessToken': ['ringback_auth'],
    'Account.accessTokenExpiresAt': ['ringback_auth'],
    'Account.idToken': ['ringback_auth'],
    'Account.password': ['ringback_auth'],
    'Account.refreshToken': ['ringback_auth'],
    'Account.refreshTokenExpiresAt': ['ringback_auth'],
    'ApiKey.key': ['ringback_auth'],
    // Names a request at the provider; opens nothing.
    'CallAttempt.placementKey': ['ringback_app', 'ringback_dispatcher'],
    'AudioFile.storageKey': ['ringback_app', 'ringback_dispatcher'],
    'ErasedFile.storageKey': ['ringback_app', 'ringback_dispatcher'],
    'ToldRecording.placementKey': ['ringback_app', 'ringback_dispatcher'],
    // Keys marks on the do-not-call list, which the same roles read.
    'Organization.numberKey': ['ringback_app', 'ringback_dispatcher'],
    // Of 256 random bits, which nobody finds from their hash.
    'Invitation.tokenHash': ['ringback_app', 'ringback_auth', 'ringback_dispatcher'],
    'ServerSecret.value': ['ringback_auth'],
    'Session.token': ['ringback_auth'],
    'Verification.value': ['ringback_auth'],
    // Signs what is sent, so who sends reads it, and nobody who is asked by people.
    'WebhookEndpoint.previousSecret': ['ringback_dispatcher'],
    'WebhookEndpoint.previousSecretUntil': ['ringback_dispatcher'],
    'WebhookEndpoint.secret': ['ringback_dispatcher'],
  }
  it('is a secret only where signing in needs it', async () => {
    const columns = await database.db.$queryRaw<{ column: string; readers: string[] }[]>`
      select c.relname || '.' || a.attname as column, array(
        select r from unnest(${[...dbRoles]}::text[]) r
        where has_column_privilege(r, c.oid, a.attnum, 'SELECT') order by r) as readers
      from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
        and a.attnum > 0 and not a.attisdropped and c.relname <> '_prisma_migrations'
        and a.attname ~* 'password|token|secret|key$|hash|^value$'
      order by 1`
    expect(Object.fromEntries(columns.map(({ column, readers }) => [column, readers]))).toEqual(
      secrets,
    )
  })
})

describe('the audit log', () => {
  const changes = [
    `update "AuditEntry" set action = 'call.deleted'`,
    `update "AuditEntry" set "actorName" = 'Nobody'`,
    `update "AuditEntry" set "createdAt" = now()`,
    'delete from "AuditEntry"',
    'truncate "AuditEntry"',
  ]
  it.each(changes)('refuses everybody: %s', async (statement) => {
    const asApp = inOrganization(database.appDb, ours.organizationId, (tx) =>
      tx.$executeRawUnsafe(statement),
    )
    expect(await refusal(asApp)).toContain('permission denied')
    expect(await refusal(database.systemDb.$executeRawUnsafe(statement))).toContain(
      'permission denied',
    )
    const authDb = createDb(database.url, { role: 'ringback_auth', maxConnections: 1 })
    expect(await refusal(authDb.$executeRawUnsafe(statement))).toContain('permission denied')
    await authDb.$disconnect()
  })
})

/** Tables of which the role may read at least one column. */
async function readableTables(role: (typeof dbRoles)[number]): Promise<Table[]> {
  const readable = await database.db.$queryRaw<{ name: string }[]>`
    select relname as name from pg_class
    where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p')
      and has_any_column_privilege(${role}, oid, 'SELECT')`
  const names = new Set(readable.map(({ name }) => name))
  return (await readTables()).filter(({ name }) => names.has(name))
}

async function countAs(
  session: Db | DbTransaction,
  table: string,
  where = 'true',
): Promise<number> {
  const [row] = await session.$queryRawUnsafe<{ count: number }[]>(
    `select count(*)::int as count from "${table}" where ${where}`,
  )
  return row?.count ?? 0
}
