import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eraseByAge } from '../../src/server/services/erase-by-age.ts'
import { removeErasedFiles } from '../../src/server/services/remove-erased-files.ts'
import { type AppWorld, createAppWorld } from '../support/app-world.ts'
import { tablesHolding } from '../support/database-dump.ts'
import { makeCall, makeOrganization } from '../support/factories.ts'
import { recordingsIn } from '../support/local-parts.ts'
import { makeTracedCustomer } from '../support/make-traced-customer.ts'

let world: AppWorld
let dataDir: string
beforeAll(async () => {
  world = await createAppWorld()
  dataDir = await mkdtemp(path.join(tmpdir(), 'ringback-erase-'))
  await mkdir(path.join(dataDir, 'recordings'))
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
  await rm(dataDir, { recursive: true })
})

const nothing = { serviceRecords: 0, calls: 0, transcripts: 0, recordings: 0, auditEntries: 0 }
const makeCustomer = (of: AppWorld, caller = world.caller) =>
  makeTracedCustomer(of, { caller, recordingsDir: path.join(dataDir, 'recordings') })

const readFiles = async () => {
  const folder = path.join(dataDir, 'recordings')
  const names = await readdir(folder)
  const texts = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')))
  return [...names, ...texts].join('\n')
}
const removeFiles = (remove = recordingsIn(path.join(dataDir, 'recordings')).remove) =>
  removeErasedFiles({
    db: world.deps.systemDb,
    log: world.deps.log,
    recordings: { ...world.deps.recordings, remove },
  })

const readCounts = async (organizationId: string) => {
  const { readyCount, missedCount, completedCount } = await world.db.organization.findUniqueOrThrow(
    { where: { id: organizationId } },
  )
  return { readyCount, missedCount, completedCount }
}

describe('customers.erase', () => {
  it('leaves no trace of a customer in any table or file', async () => {
    const { canary, phoneNumber, callIds, storageKey } = await makeCustomer(world)
    const other = await makeCustomer(world)
    const { organizationId } = world
    const reason = `${canary} asked for it`
    const listed = await world.db.doNotCall.create({
      data: { organizationId, phoneNumber, reason },
    })
    await world.db.auditEntry.create({
      data: {
        organizationId,
        actorKind: 'user',
        actorName: 'Robin',
        action: 'do_not_call.added',
        subjectType: 'do_not_call',
        subjectId: listed.id,
        after: { phoneNumber, reason },
      },
    })
    const holding = ['AudioFile', 'AuditEntry', 'Call', 'CallAttempt', 'Case', 'FeedEvent']
    const later = ['SavedView', 'ServiceRecord', 'Transcript', 'WebhookDelivery']
    expect(await tablesHolding(world.db, canary)).toEqual(
      [...holding, ...later, 'DoNotCall'].sort(),
    )
    const countsBefore = await readCounts(world.organizationId)

    const erased = await world.caller.customers.erase({ phoneNumber })
    expect(erased).toEqual({
      serviceRecords: 3,
      calls: 2,
      transcripts: 1,
      recordings: 1,
      auditEntries: 5,
    })
    await removeFiles()

    expect(await tablesHolding(world.db, phoneNumber.slice(2))).toEqual([])
    expect(await tablesHolding(world.db, canary)).toEqual([])
    expect(await world.caller.doNotCall.list({})).toMatchObject({ entries: [] })
    expect(await readFiles()).not.toContain(canary)
    expect(storageKey).toContain(canary)
    expect(await tablesHolding(world.db, other.canary)).toEqual([...holding, ...later])
    expect(await readFiles()).toContain(other.canary)

    // The screens see the rows go, and the counts follow.
    const gone = await world.db.feedEvent.findMany({
      where: { callId: { in: callIds } },
      orderBy: { seq: 'asc' },
    })
    expect(gone.map(({ payload }) => payload)).toEqual(
      gone.map(() => expect.objectContaining({ call: null })),
    )
    const { readyCount, completedCount } = countsBefore
    expect(await readCounts(world.organizationId)).toMatchObject({
      readyCount: readyCount - 1,
      completedCount: completedCount - 1,
    })
    expect(gone.at(-1)?.payload).toMatchObject({
      counts: { ready: readyCount - 1, completed: completedCount - 1 },
    })
    expect(world.announced).toContain(world.organizationId)
  })

  it('keeps who did what, and the score without a customer', async () => {
    const { phoneNumber, completed } = await makeCustomer(world)
    const mine = { subjectId: completed.id }
    const earlier = await world.db.erasedAnswer.findMany({ select: { id: true } })
    await world.caller.customers.erase({ phoneNumber })
    expect(await world.db.auditEntry.findMany({ where: mine })).toMatchObject([
      { action: 'call.updated', actorName: 'Robin', before: null, after: null },
    ])
    // 03:30 in London is still the evening before in New York.
    const answeredOn = new Date('2026-11-19')
    const answer = await world.db.erasedAnswer.findFirst({
      where: { id: { notIn: earlier.map(({ id }) => id) } },
    })
    expect(answer).toMatchObject({ answeredOn, npsScore: 9, rating: 5 })
    expect(answer?.serviceAdvisorId).not.toBeNull()
  })

  it('finds nothing the second time, and says who asked', async () => {
    const { phoneNumber } = await makeCustomer(world)
    await world.caller.customers.erase({ phoneNumber: `${phoneNumber.slice(2)} ` })
    const answers = await world.db.erasedAnswer.count()
    expect(await world.caller.customers.erase({ phoneNumber })).toEqual(nothing)
    expect(await world.db.erasedAnswer.count()).toBe(answers)
    const { entries } = await world.caller.audit.list({ action: 'customer.erased', limit: 2 })
    expect(entries).toMatchObject([
      { actorName: 'Robin', subjectType: 'customer', subjectId: null, after: nothing },
      { after: { serviceRecords: 3 } },
    ])
  })

  it('never has the number called again, in this organization', async () => {
    const { phoneNumber } = await makeCustomer(world)
    await world.caller.customers.erase({ phoneNumber })
    const doNotCall = async (organizationId: string) => {
      const record = { customerPhone: phoneNumber }
      const { id } = await makeCall(world.db, organizationId, { record })
      const caller = await world.callerOf(organizationId)
      const { gates } = await caller.calls.whyNotNow({ id })
      return gates.find(({ name }) => name === 'do_not_call')?.pass
    }
    expect(await doNotCall(world.organizationId)).toBe(false)
    expect(await doNotCall((await makeOrganization(world.db)).id)).toBe(true)
  })

  it("leaves another organization's customer with the same number alone", async () => {
    const { phoneNumber } = await makeCustomer(world)
    const others = await makeOrganization(world.db)
    const theirs = await makeCall(world.db, others.id, { record: { customerPhone: phoneNumber } })
    await world.caller.customers.erase({ phoneNumber })
    expect(await world.db.call.findUnique({ where: { id: theirs.id } })).toEqual(theirs)
  })

  it('removes a call to the number about a visit that has another one by now', async () => {
    const call = await makeCall(world.db, world.organizationId, {
      phoneNumber: '+14695557001',
      record: { customerPhone: '+14695557002' },
    })
    const erased = await world.caller.customers.erase({ phoneNumber: '+14695557001' })
    expect(erased).toMatchObject({ calls: 1, serviceRecords: 0 })
    expect(await tablesHolding(world.db, '4695557001')).toEqual([])
    const { serviceRecordId: id } = call
    expect(await world.db.serviceRecord.findUnique({ where: { id } })).not.toBeNull()
  })

  it('leaves the customer alone whose number is longer by some digits, as those of extensions are', async () => {
    const { organizationId } = world
    const phoneNumber = '+4930123456'
    const theirs = `${phoneNumber}78`
    const { id: callId } = await makeCall(world.db, organizationId, {
      record: { customerPhone: theirs },
    })
    const { id: endpointId } = await world.db.webhookEndpoint.create({
      data: { organizationId, url: 'https://x.test/', events: [], secret: 'whsec_' },
    })
    const message = { organizationId, endpointId, event: 'x', createdAt: new Date() }
    const { id: untold } = await world.db.webhookDelivery.create({
      data: { ...message, callId, body: JSON.stringify({ phoneNumber: theirs }) },
    })
    await world.db.webhookDelivery.create({
      data: {
        ...message,
        callId,
        body: JSON.stringify({ notes: `Not ${theirs}: ${phoneNumber}` }),
      },
    })
    for (const listed of [phoneNumber, theirs]) {
      await world.caller.doNotCall.add({ phoneNumber: listed, reason: 'Asked' })
    }

    const erased = await world.caller.customers.erase({ phoneNumber })
    expect(erased).toEqual({ ...nothing, auditEntries: 1 })
    const messages = await world.db.webhookDelivery.findMany({ where: { callId } })
    expect(messages.map(({ id }) => id)).toEqual([untold])
    const log = await world.db.auditEntry.findMany({
      where: {
        organizationId,
        action: 'do_not_call.added',
        after: { path: ['reason'], equals: 'Asked' },
      },
    })
    expect(log.map(({ after }) => after)).toEqual([{ phoneNumber: theirs, reason: 'Asked' }])
  })

  it('waits until a call with the customer has ended', async () => {
    const { phoneNumber, canary, waiting } = await makeCustomer(world)
    await world.db.call.update({ where: { id: waiting.id }, data: { status: 'ringing' } })
    await expect(world.caller.customers.erase({ phoneNumber })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
    expect(await tablesHolding(world.db, canary)).toContain('Transcript')
  })

  it('finishes the files at the next start when they could not be removed', async () => {
    const { phoneNumber, canary } = await makeCustomer(world)
    await world.caller.customers.erase({ phoneNumber })
    await removeFiles(() => Promise.reject(new Error('The disk is away.')))
    expect(await readFiles()).toContain(canary)
    // Nor do many older ones that can never be removed hold it up.
    const { organizationId } = world
    const stuck = Array.from({ length: 100 }, (_, at) => ({
      organizationId,
      storageKey: `stuck ${at}`,
      id: `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`,
    }))
    await world.db.erasedFile.createMany({ data: stuck })
    const { remove } = recordingsIn(path.join(dataDir, 'recordings'))
    await removeFiles(async (storageKey) => {
      if (storageKey.startsWith('stuck')) throw new Error('It cannot be removed.')
      await remove(storageKey)
    })
    expect(await readFiles()).not.toContain(canary)
    await removeFiles()
    expect(await world.db.erasedFile.count()).toBe(0)
  })

  it.each([
    ['', 'Write the phone number'],
    ['call me', 'This is not a phone number'],
    ['555-0123', 'The area code is missing'],
  ])('names what is wrong with %j', async (phoneNumber, message) => {
    await expect(world.caller.customers.erase({ phoneNumber })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      message: expect.stringContaining(message),
    })
  })

  it.each(['manager', 'agent', 'presenter', 'viewer'] as const)(
    'is not for the %s',
    async (role) => {
      const caller = await world.callerOf((await makeOrganization(world.db)).id, role)
      await expect(caller.customers.erase({ phoneNumber: '+14695550119' })).rejects.toMatchObject({
        code: 'FORBIDDEN',
      })
    },
  )
})

it('deleting a call removes its recording too', async () => {
  const { canary, completed } = await makeCustomer(world)
  const kept = await makeCustomer(world)
  await world.caller.calls.delete({ id: completed.id })
  await removeFiles()
  expect(await readFiles()).not.toContain(canary)
  expect(await readFiles()).toContain(kept.canary)
  expect(await tablesHolding(world.db, canary)).not.toContain('AudioFile')
  expect(await world.db.erasedFile.count()).toBe(0)
})

describe('retention', () => {
  const eraseOld = () => eraseByAge({ ...world.deps, db: world.deps.systemDb })
  const daysAgo = (days: number) =>
    new Date(Temporal.Instant.from('2026-11-20T17:00:00Z').epochMilliseconds - days * 86_400_000)

  it('erases what is older, batch by batch, once, and says so in the log', async () => {
    // No instant is that long ago: nothing of this one can be found, which holds up no other.
    await makeOrganization(world.db, { retentionDays: 2_147_483_647 })
    const { id: organizationId } = await makeOrganization(world.db, { retentionDays: 30 })
    const keeper = await makeOrganization(world.db)
    const kept = await makeCall(world.db, keeper.id, { record: { completedAt: daysAgo(900) } })
    const young = await makeCall(world.db, organizationId, { record: { completedAt: daysAgo(29) } })
    const live = await makeCall(world.db, organizationId, {
      status: 'ringing',
      record: { completedAt: daysAgo(99) },
    })
    for (let at = 0; at < 101; at += 1) {
      await makeCall(world.db, organizationId, {
        status: 'completed',
        dueAt: null,
        npsScore: at % 11,
        record: { completedAt: daysAgo(31 + at), customerPhone: `+1469556${1000 + at}` },
      })
    }
    // The younger call also asked about the oldest visit, in whose words the feed told of it.
    const oldest = await world.db.serviceRecord.findFirstOrThrow({
      where: { organizationId, completedAt: daysAgo(131) },
    })
    await world.db.coveredVisit.create({
      data: { organizationId, callId: young.id, serviceRecordId: oldest.id },
    })
    const owner = await world.callerOf(organizationId)
    await owner.calls.update({ id: young.id, notes: 'Ask for both' })
    const endpoint = await world.db.webhookEndpoint.create({
      data: { organizationId, url: 'https://hooks.example.com/', events: [], secret: 'whsec_' },
    })
    await world.db.webhookDelivery.create({
      data: {
        organizationId,
        endpointId: endpoint.id,
        callId: young.id,
        event: 'call.missed',
        body: `{"coveredVisits":["${oldest.externalId}"]}`,
        createdAt: daysAgo(1),
      },
    })
    const holding = await tablesHolding(world.db, oldest.externalId)
    expect(holding).toEqual(expect.arrayContaining(['FeedEvent', 'WebhookDelivery']))
    const optedOut = ['+14695561000', '+14695550119']
    await world.db.doNotCall.createMany({
      data: optedOut.map((phoneNumber) => ({ organizationId, phoneNumber })),
    })

    await eraseOld()
    const left = await world.db.call.findMany({ where: { organizationId } })
    expect(left.map(({ id }) => id).sort()).toEqual([young.id, live.id].sort())
    expect(await world.db.serviceRecord.count({ where: { organizationId } })).toBe(2)
    expect(await world.db.erasedAnswer.count({ where: { organizationId } })).toBe(101)
    expect(await readCounts(organizationId)).toEqual({
      readyCount: 2,
      missedCount: 0,
      completedCount: 0,
    })
    expect(await world.db.call.findUnique({ where: { id: kept.id } })).not.toBeNull()

    expect(await tablesHolding(world.db, oldest.externalId)).toEqual([])
    const told = await world.db.feedEvent.findMany({
      where: { callId: young.id },
      orderBy: { seq: 'asc' },
    })
    expect(told.map(({ payload }) => payload)).toMatchObject([
      { call: null },
      { call: { version: 3, notes: 'Ask for both' } },
    ])

    // The number of the younger visit stays readable on the list, the other is known by its mark.
    const list = await world.db.doNotCall.findMany({ where: { organizationId } })
    expect(list.map(({ phoneNumber }) => phoneNumber).sort()).toEqual([
      '+14695550119',
      expect.stringMatching(/^erased:[0-9a-f]{64}$/),
    ])
    const entries = () =>
      world.db.auditEntry.findMany({
        where: { organizationId, action: 'customer.erased' },
        orderBy: { id: 'asc' },
      })
    expect(await entries()).toMatchObject([
      { actorKind: 'system', actorName: 'Ringback', after: { retentionDays: 30, calls: 100 } },
      { actorKind: 'system', after: { calls: 1 } },
    ])
    await eraseOld()
    expect(await entries()).toHaveLength(2)
  })
})
